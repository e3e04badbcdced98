import type { AuthorityDuty } from "@/lib/domain/breach/authority-duties";
import { followUpNumber, isUnknown, newSince, phaseWord, type NoticePhase } from "@/lib/domain/breach/notice";
import {
  NOTICE_FIELDS,
  type NoticeContent,
  type NoticeFieldId,
  type NoticePoint,
} from "@/lib/domain/breach/notice-content";
import { isolateLine } from "@/lib/i18n/bidi";
import { dayAt, formatInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { describeField, type LetterWords } from "./field-lines";

/** States what a printed notice is made of: one controller's own, and nothing of the file's numbering. */
export type PrintableNotice = {
  organisation: { name: string; address: string };
  controller: string;
  /** Id of the incident for that controller alone. */
  incident: string;
  number: number;
  phase: NoticePhase;
  isDrill: boolean;
  locale: Locale;
  content: NoticeContent;
  /** Content of the notice before; null for the first. */
  previous: NoticeContent | null;
  lateReason: string;
  /** Its own duties, by each of its laws. */
  duties: readonly AuthorityDuty[];
  /** Milliseconds of UTC. */
  at: number;
  issuedBy: string;
};

/** Tagged PDF/UA-1, the same for the console, the letter and the portal. */
export async function printNotice(notice: PrintableNotice): Promise<Uint8Array> {
  return renderPdf({
    template: "lib/features/breach-notice/print/notice.typ",
    locale: notice.locale,
    data: isolateLines(await noticeData(notice), notice.locale),
  });
}

/** Every printed text in the order of its own language: an address or a sentence in French within an Arabic page. */
export function isolateLines(data: unknown, locale: Locale): unknown {
  if (typeof data === "string") return isolateLine(data, locale);
  if (Array.isArray(data)) return data.map((item) => isolateLines(item, locale));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, isolateLines(value, locale)]));
}

export async function noticeData(notice: PrintableNotice) {
  const { locale, organisation, content, previous, lateReason } = notice;
  const t = await translator(locale, "breach-notice-letter");
  const isRectifying = notice.phase === "rectifying";
  const news = isRectifying ? {} : newSince(previous, content);
  const parties = { organisation: organisation.name, controller: notice.controller };
  return {
    ...(await headOf(notice, t("title"))),
    article: t("article"),
    paragraphs: [
      t("greeting"),
      t(isRectifying ? "rectifies" : "intro", parties),
      ...(previous === null || isRectifying ? [] : [t("news")]),
      ...(lateReason === "" ? [] : [t("late", { reason: lateReason })]),
    ],
    sections: (isRectifying ? RECTIFIED : POINTS).map((point) => ({
      title: t(`points.${point}`),
      article: t(`articles.${point}`),
      rows: rowsOf(notice, point, { t, locale }, news),
    })),
    after: isRectifying ? [t("closing")] : [...dutyParagraphs(notice.duties, t), t("closing")],
    signature: t("signed", { name: notice.issuedBy, when: whenOf(notice) }),
  };
}

const POINTS: readonly NoticePoint[] = ["a", "b", "c", "d", "dates"];
/** Points of a rectifying notice: why it takes the one before back, and whom to ask. */
const RECTIFIED: readonly NoticePoint[] = ["a", "b"];

function rowsOf(
  { content, phase }: PrintableNotice,
  point: NoticePoint,
  words: LetterWords,
  news: ReturnType<typeof newSince>,
) {
  const isSaid = ({ id }: { id: NoticeFieldId }) => phase !== "rectifying" || !isUnknown(content[id]);
  return NOTICE_FIELDS.filter((field) => field.point === point && isSaid(field)).map((field) => {
    const changed = news[field.id];
    return {
      label: words.t(`fields.${field.id}`),
      lines: describeField(content, field, words, phase === "final"),
      note: changed ? words.t(changed) : "",
    };
  });
}

/** States what each law of the recipient asks of it, as it is told to it; the decision is always its own. */
export function dutyParagraphs(duties: readonly AuthorityDuty[], t: Translator): string[] {
  const sentences = duties.flatMap(({ law, kind, open, isEveryAuthority }) => [
    t(`law.${kind === "to-its-controllers" ? kind : open ? "presumed" : law}`),
    ...(isEveryAuthority ? [t("law.every")] : []),
  ]);
  return [...new Set(sentences)];
}

/** Head of a printed page, for a notice and for the facts in the authority's order. */
export async function headOf(notice: PrintableNotice, title: string) {
  const { locale, organisation, controller, incident, at } = notice;
  const t = await translator(locale, "breach-notice-letter");
  const [year, month, day] = dayAt(at, "Africa/Casablanca").split("-").map(Number);
  return {
    title,
    label: labelOf(notice, t),
    organisation,
    to: controller,
    when: whenOf(notice),
    drill: notice.isDrill ? t("drill") : "",
    incident: t("incident", { id: incident }),
    // The margin is too narrow for the whole; the portal names the incident by the same end.
    foot: incident.slice(-8),
    date: { year, month, day },
  };
}

export function labelOf({ phase, number }: Pick<PrintableNotice, "phase" | "number">, t: Translator): string {
  return t("label", { phase: phaseWord(phase), number: followUpNumber(number) });
}

function whenOf({ at, locale }: PrintableNotice): string {
  return formatInstant(at, "Africa/Casablanca", locale, { long: true });
}
