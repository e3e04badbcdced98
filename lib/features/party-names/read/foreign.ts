import { foreignNameFinder, type PartyNames } from "@/lib/domain/breach/foreign-names";
import type { Tx } from "@/lib/platform/database/transaction";
import { findControllerNames, findContractReferences } from "./called";

/**
 * Names that a text to one controller, to several or to any may hold and must not: every other controller of the register. Those that
 * were made one with them are the same company.
 */
export async function findForeignNameFinder(tx: Tx, readers: string | readonly string[]) {
  const rows = await tx.controller.findMany({
    where: { isPlaceholder: false },
    select: {
      id: true,
      mergedIntoId: true,
      registrationNumber: true,
      contactName: true,
      contactEmail: true,
      contactPhone: true,
      contacts: { select: { name: true, email: true } },
    },
  });
  const night = await tx.nightContact.findMany({
    select: { controllerId: true, name: true, email: true, phone: true },
  });
  const organisation = await tx.organisation.findFirstOrThrow({
    select: { legalName: true, dpoName: true, dpoEmail: true, dpoPhone: true, email: true },
  });
  const references = await findContractReferences(tx);
  const called = new Map((await findControllerNames(tx)).map(({ id, companies }) => [id, companies]));
  const namesOf = (row: (typeof rows)[number]): PartyNames => {
    const reached = night.filter((contact) => contact.controllerId === row.id);
    return {
      // Names of one that became another are with the one that remains.
      companies: called.get(row.id) ?? [],
      people: [row.contactName, ...row.contacts.map(({ name }) => name), ...reached.map(({ name }) => name)],
      addresses: [
        row.contactEmail,
        ...row.contacts.map(({ email }) => email),
        ...reached.map(({ email }) => email),
      ],
      references: references.get(row.id) ?? [],
      numbers: [row.registrationNumber, row.contactPhone, ...reached.map(({ phone }) => phone)],
    };
  };
  const processor: PartyNames = {
    companies: [organisation.legalName],
    people: [organisation.dpoName],
    addresses: [organisation.dpoEmail, organisation.email],
    numbers: [organisation.dpoPhone],
  };
  const remaining = remainingOf(rows);
  const named = new Set((typeof readers === "string" ? [readers] : readers).map(remaining));
  const isSame = ({ id }: { id: string }) => named.has(remaining(id));
  return foreignNameFinder({
    own: [processor, ...rows.filter(isSame).map(namesOf)],
    others: rows.filter((row) => !isSame(row)).map(namesOf),
  });
}

/** The controller that each became, over all merges. */
function remainingOf(rows: readonly { id: string; mergedIntoId: string | null }[]) {
  const next = new Map(rows.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  return (id: string): string => {
    let last = id;
    for (let into = next.get(last); into; into = next.get(last)) last = into;
    return last;
  };
}
