import type { AuthorityDuty } from "@/lib/domain/breach/authority-duties";
import { followUpNumber, phaseWord } from "@/lib/domain/breach/notice";
import type { NoticeContent } from "@/lib/domain/breach/notice-content";
import { formatInstant, formatNumber, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/environment/env";
import type { Letter } from "@/lib/platform/mail/queue";
import { dutyParagraphs } from "@/lib/features/breach-notice/print/print-notice";
import { reachableId, type Reachable } from "@/lib/features/breach-notice/read/recipients";
import type { NoticeRow } from "@/lib/features/breach-notice/read/queries";

/** Characters of a text in the mail; the PDF holds the whole. */
const MOST_TEXT = 1200;

export type Recipient = Pick<Reachable, "contactId" | "route" | "name" | "address" | "locale">;

type NoticeMail = {
  notice: Pick<NoticeRow, "id" | "number" | "phase" | "isDrill" | "content" | "lateReason">;
  organisation: string;
  controller: string;
  duties: readonly AuthorityDuty[];
  documentId: string;
  /** SHA-256 of the PDF. */
  digest: string;
  to: Recipient;
  isEscalated: boolean;
};

/** Sends one letter per notice and contact: the key lets none through twice. */
export async function noticeMail(mail: NoticeMail): Promise<Letter> {
  const { notice, to, documentId } = mail;
  return {
    template: "breach-notice",
    locale: to.locale,
    to: { name: to.name, address: to.address },
    params: await paramsOf(mail),
    link: `${env().AMANA_URL}/portal/notices/${notice.id}`,
    attachmentId: documentId,
    dedupeKey: `breach-notice ${notice.id} ${reachableId(to)}`,
  };
}

async function paramsOf({ notice, to, ...mail }: NoticeMail): Promise<Letter["params"]> {
  const { content, lateReason, number, phase, isDrill } = notice;
  const { locale } = to;
  const t = await translator(locale, "breach-notice-letter");
  const text = (value: string | null) => (value ? shortened(value) : t("summary.unknown"));
  return {
    drill: isDrill ? "yes" : "no",
    escalated: mail.isEscalated ? "yes" : "no",
    phase: phaseWord(phase),
    number: String(followUpNumber(number)),
    organisation: mail.organisation,
    controller: mail.controller,
    aware: content.awareAt === null ? t("summary.unknown") : instantIn(content.awareAt, locale),
    late: lateReason === "" ? "no" : "yes",
    lateReason,
    what: text(content.whatHappened),
    data: await describeData(content, locale),
    consequences: text(content.consequences),
    measures: text(content.measures),
    contact: text(content.contactPoint),
    // Letters that were queued before name their only law by its code.
    law: "text",
    lawText: dutyParagraphs(mail.duties, t).join(" "),
    digest: mail.digest,
  };
}

async function describeData(content: NoticeContent, locale: Locale): Promise<string> {
  const t = await translator(locale, "breach-notice-letter");
  const persons =
    content.persons === null
      ? t("summary.personsUnknown")
      : t("summary.persons", { count: formatNumber(content.persons, locale) });
  const records =
    content.records === null ? "" : t("summary.records", { count: formatNumber(content.records, locale) });
  const parts = [persons, content.personCategories ?? "", records, content.dataKinds ?? ""];
  return shortened(joinParts(parts, locale, " · "));
}

function instantIn(at: number, locale: Locale): string {
  const [here, there] = (["Africa/Casablanca", "Europe/Paris"] as const).map((zone) =>
    formatInstant(at, zone, locale, { long: true }),
  );
  return `${here} (${there})`;
}

function shortened(text: string): string {
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
}
