import type { NoticeTerms } from "@/lib/domain/breach/deadlines";
import { lawColumns } from "@/lib/domain/controller/law-facts";
import type { NoticeSource } from "@/lib/domain/breach/notice";
import { noticeSourceOf, type ProtectionWords } from "@/lib/domain/breach/notice-source";
import { todayIn } from "@/lib/domain/time/zones";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { findTerms } from "@/lib/features/breach/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

/** Holds one controller's part of a breach, with everything that a notice to it is made of. */
export type NoticeFile = NonNullable<Awaited<ReturnType<typeof findNoticeFile>>>;

const controllerSelect = {
  id: true,
  legalName: true,
  ...lawColumns,
  registrationNumber: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  dpoContact: true,
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
export async function findTermsOf(
  tx: Tx,
  controllerId: string,
  awareAt: Date | null,
): Promise<NoticeTerms | null> {
  if (awareAt === null) return null;
  const day = todayIn("Africa/Casablanca", awareAt.getTime());
  return (await findTerms(tx, [controllerId], day)).get(controllerId) ?? null;
}
