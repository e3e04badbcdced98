import type { NoticeTerms } from "@/lib/domain/breach/deadlines";
import { foreignNameFinder, type PartyNames } from "@/lib/domain/breach/foreign-names";
import type { NoticeSource } from "@/lib/domain/breach/notice";
import { noticeSourceOf, type ProtectionWords } from "@/lib/domain/breach/notice-source";
import { todayIn } from "@/lib/domain/time/zones";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { findControllerNames } from "@/lib/features/breach/read/names";
import { findTerms } from "@/lib/features/breach/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

/** Holds one controller's part of a breach, with everything that a notice to it is made of. */
export type NoticeFile = NonNullable<Awaited<ReturnType<typeof findNoticeFile>>>;

const controllerSelect = {
  id: true,
  legalName: true,
  country: true,
  address: true,
  registrationNumber: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  dpoContact: true,
  representative: true,
  language: true,
} as const;

export async function findNoticeFile(tx: Tx, partId: string, describeProtection: ProtectionWords) {
  const part = await tx.breachController.findFirst({
    where: { id: partId },
    select: {
      id: true,
      breachId: true,
      controllerId: true,
      status: true,
      controller: { select: controllerSelect },
      breach: {
        select: { id: true, title: true, isDrill: true, reference: true, awareAt: true, status: true },
      },
    },
  });
  if (!part) return null;
  const organisation = await findOrganisation(tx);
  return {
    part: { id: part.id, status: part.status },
    breach: part.breach,
    controller: part.controller,
    organisation,
    locale: localeOf(part.controller.language),
    source: withContactPoint(await findSource(tx, part, describeProtection), organisation),
    terms: await findTermsOf(tx, part.controllerId, part.breach.awareAt),
  };
}

type Officer = { dpoName: string; dpoEmail: string; dpoPhone: string; email: string };

/** Article 33(3)(b): the processor's data protection officer where the file names no other point of contact. */
function withContactPoint(
  source: NoticeSource,
  { dpoName, dpoEmail, dpoPhone, email }: Officer,
): NoticeSource {
  const officer = [dpoName, dpoEmail || email, dpoPhone].filter(Boolean).join(", ");
  if (officer === "") return source;
  return { ...source, file: { contactPoint: officer, ...source.file } };
}

function localeOf(language: string): Locale {
  return isLocale(language) ? language : "fr";
}

async function findOrganisation(tx: Tx) {
  const { address, city, ...row } = await tx.organisation.findFirstOrThrow({
    select: {
      legalName: true,
      address: true,
      city: true,
      dpoName: true,
      dpoEmail: true,
      dpoPhone: true,
      email: true,
    },
  });
  return { ...row, address: [address, city].filter(Boolean).join(", ") };
}

async function findSource(
  tx: Tx,
  {
    breachId,
    controllerId,
    breach,
  }: { breachId: string; controllerId: string; breach: { awareAt: Date | null } },
  describeProtection: ProtectionWords,
): Promise<NoticeSource> {
  const facts = await tx.breachFact.findMany({
    where: { breachId, OR: [{ controllerId: null }, { controllerId }] },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      kind: true,
      value: true,
      at: true,
      controllerId: true,
      correctsId: true,
    },
  });
  const others = await tx.breachController.count({
    where: { breachId, controllerId: { not: controllerId }, status: { not: "set-aside" } },
  });
  const stated = facts.map(({ at, ...fact }) => ({ ...fact, at: at?.getTime() ?? null }));
  const awareAt = breach.awareAt?.getTime() ?? null;
  return noticeSourceOf(stated, { controllerId, isSole: others === 0, awareAt }, describeProtection);
}

/** Hours and means of the notice by the contract that bound the parties on the day of awareness; null: none did. */
async function findTermsOf(tx: Tx, controllerId: string, awareAt: Date | null): Promise<NoticeTerms | null> {
  if (awareAt === null) return null;
  const day = todayIn("Africa/Casablanca", awareAt.getTime());
  return (await findTerms(tx, [controllerId], day)).get(controllerId) ?? null;
}

/**
 * Names that a notice to one controller may hold and must not: every other controller of the register. Those that were
 * made one with it are the same company.
 */
export async function findForeignNameFinder(tx: Tx, controllerId: string) {
  const rows = await tx.controller.findMany({
    where: { isPlaceholder: false },
    select: {
      ...{ id: true, mergedIntoId: true },
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
  const organisation = await findOrganisation(tx);
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
  const isSame = ({ id }: { id: string }) => remaining(id) === remaining(controllerId);
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
