import { noticeDelay, type NoticeTerms } from "@/lib/domain/breach/deadlines";
import { foldBreach, isSoleController } from "@/lib/domain/breach/file";
import { comparePrecedents } from "@/lib/domain/breach/precedents";
import { lawColumns } from "@/lib/domain/controller/law-facts";
import type { NoticeSource } from "@/lib/domain/breach/notice";
import type { NoticeDelay } from "@/lib/domain/breach/notice-content";
import { noticeSourceOf, type SourceWords } from "@/lib/domain/breach/notice-source";
import { todayIn } from "@/lib/domain/time/zones";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { ownThresholdReader } from "@/lib/features/breach/read/own-threshold";
import { findFacts, findInformed, findTerms } from "@/lib/features/breach/read/queries";
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
  otherControllers: true,
  language: true,
} as const;

export async function findNoticeFile(tx: Tx, partId: string, words: SourceWords) {
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
    source: withContactPoint(await findSource(tx, part, words), organisation),
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

type SourcePart = { breachId: string; controllerId: string; breach: { awareAt: Date | null } };

async function findSource(
  tx: Tx,
  { breachId, controllerId, breach }: SourcePart,
  words: SourceWords,
): Promise<NoticeSource> {
  const facts = await findFacts(tx, breachId);
  const file = foldBreach(facts);
  const isSole = isSoleController(file, controllerId);
  const awareAt = breach.awareAt?.getTime() ?? null;
  const source = noticeSourceOf(
    facts.filter((fact) => fact.controllerId === null || fact.controllerId === controllerId),
    { controllerId, isSole, awareAt },
    words,
  );
  const examples = comparePrecedents(file, controllerId);
  if (examples.length === 0) return source;
  return { ...source, share: { ...source.share, examples } };
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

/** States which hours have passed for a notice issued now: by C0 of every proof, read once for the page and for the act. */
export async function findDelay(
  tx: Tx,
  { breach, controller, terms }: Pick<NoticeFile, "breach" | "controller" | "terms">,
  now: Date,
): Promise<NoticeDelay | null> {
  const informed = (await findInformed(tx, [breach.id])).get(`${breach.id} ${controller.id}`) ?? [];
  const awareAt = breach.awareAt?.getTime() ?? null;
  const ownHours = (await ownThresholdReader(tx))(awareAt);
  return noticeDelay({ awareAt, terms, informed, ownHours }, now.getTime());
}
