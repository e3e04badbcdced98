import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/transaction";
import type { AuthorisationRow } from "./data";

/** Controllers as their letters and forms need them. */
export function findParties(tx: Tx, where: Prisma.ControllerWhereInput = {}) {
  return tx.controller.findMany({
    where: { archivedAt: null, isPlaceholder: false, ...where },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
    select: {
      id: true,
      legalName: true,
      contactName: true,
      contactEmail: true,
      language: true,
      country: true,
      address: true,
      contacts: {
        where: { role: "signatory", acceptedAt: { not: null }, endedAt: null },
        orderBy: [{ acceptedAt: "asc" }, { id: "asc" }],
        take: 1,
        select: { name: true, email: true },
      },
    },
  });
}
export type Party = Awaited<ReturnType<typeof findParties>>[number];

/** To whom a request goes: who may decide on it in the portal, or else the address that the controller gave. */
export function addresseeOf({ contactName, contactEmail, contacts: [signatory] }: Party) {
  return signatory ?? { name: contactName, email: contactEmail };
}

type Addressed = Pick<AuthorisationRow, "controllerId" | "recipient">;

/**
 * To whom a letter about a request goes now: whom it was addressed to, or, where that contact's access has ended since,
 * whoever stands in their place; "" where nobody does.
 */
export async function findReaders(tx: Tx, rows: readonly Addressed[]): Promise<(row: Addressed) => string> {
  const controllerIds = rows.map(({ controllerId }) => controllerId);
  const contacts = await tx.controllerContact.findMany({
    where: { controllerId: { in: controllerIds }, email: { in: rows.map(({ recipient }) => recipient) } },
    select: { controllerId: true, email: true, endedAt: true },
  });
  const parties = await findParties(tx, { id: { in: controllerIds } });
  return ({ controllerId, recipient }) => {
    const known = contacts.filter((one) => one.controllerId === controllerId && one.email === recipient);
    if (known.length === 0 || known.some(({ endedAt }) => endedAt === null)) return recipient;
    const party = parties.find(({ id }) => id === controllerId);
    return party ? addresseeOf(party).email : "";
  };
}

/** What came about a request: the documents that stand beside it, but for the letters that we sent ourselves. */
export function findEvidence(tx: Tx, { id, facts }: Pick<AuthorisationRow, "id" | "facts">) {
  const sent = facts.flatMap(({ letterId, documentId }) => (letterId && documentId) ?? []);
  return tx.attachment.findMany({
    where: {
      subjectNoun: "authorisation",
      subjectId: id,
      id: { notIn: sent },
      replacedBy: null,
      withdrawal: null,
    },
    orderBy: [{ storedAt: "desc" }, { id: "desc" }],
    select: { id: true, fileName: true, sha256: true },
  });
}

/** The papers that the facts of a request keep, by their ids: what was sent, and what came. */
export async function findPapers(tx: Tx, { facts }: Pick<AuthorisationRow, "facts">) {
  const files = await tx.attachment.findMany({
    where: { id: { in: facts.flatMap(({ documentId }) => documentId ?? []) } },
    select: { id: true, fileName: true, sha256: true },
  });
  return new Map(files.map((file) => [file.id, file]));
}

/** Sent requests whose letter a server has accepted since, and whose receipt nothing shows yet. */
export async function findUnreceived(tx: Tx): Promise<{ id: string; acceptedAt: Date; response: string }[]> {
  const rows = await tx.authorisation.findMany({
    where: { receivedAt: null, letterId: { not: null }, state: { in: ["submitted", "notified"] } },
    select: { id: true, letterId: true },
  });
  const letters = await tx.outboxMail.findMany({
    where: { id: { in: rows.flatMap(({ letterId }) => letterId ?? []) }, state: "accepted" },
    select: { id: true, acceptedAt: true, response: true },
  });
  return rows.flatMap(({ id, letterId }) => {
    const letter = letters.find((one) => one.id === letterId);
    return letter?.acceptedAt ? [{ id, acceptedAt: letter.acceptedAt, response: letter.response }] : [];
  });
}
