import { noticeBases, type AuthorityDuty } from "@/lib/domain/breach/authority-duties";
import {
  completesEarlier,
  followUpNumber,
  isUnknown,
  newSince,
  phaseWord,
  type NoticePhase,
} from "@/lib/domain/breach/notice";
import {
  NOTICE_FIELDS,
  type NoticeContent,
  type NoticeFieldId,
  type NoticePoint,
} from "@/lib/domain/breach/notice-content";
import { isolateLine } from "@/lib/i18n/bidi";
import type { Zone } from "@/lib/domain/time/zones";
import { dayAt, formatForController, formatInstant, formatList } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { describeAfterRectification } from "@/lib/i18n/rectification-words";
import { translator, type Translator } from "@/lib/i18n/translator";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { exampleSections } from "./example-rows";
import { describeField, type LetterWords } from "./field-lines";

/** States what a printed notice is made of: one controller's own, and nothing of the file's numbering. */
export type PrintableNotice = {
  organisation: { name: string; address: string };
  controller: string;
  /** Names those with whom it is a controller jointly, 26(1). */
  jointControllers: readonly string[];
  /** Names of those to whom a letter goes with this notice; absent where that is not decided here. */
  jointTold?: readonly string[];
  /** Joint controllers to whom this copy goes in place of the client; absent in the client's own. */
  copyFor?: readonly string[];
  /** Names of those for whom the client acts, where it is itself a processor. */
  principals?: readonly string[];
  /** Id of the incident for that controller alone. */
  incident: string;
  number: number;
  phase: NoticePhase;
  isDrill: boolean;
  locale: Locale;
  /** Zone of the controller, beside that of the processor. */
  zone: Zone;
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
  const parties = {
    organisation: organisation.name,
    controller: notice.controller,
    role: actsForOthers(notice.duties) ? "below" : "direct",
  };
  const basis = describeBasis(notice.duties, t, locale);
  return {
    ...(await headOf(notice, t("title"))),
    article: basis,
    paragraphs: [
      t("greeting"),
      isRectifying
        ? t("rectifies", parties)
        : t(completesEarlier(notice) ? "completes" : "intro", { ...parties, basis: basis || "none" }),
      ...describeRectification(notice, t),
      ...describeJoint(notice, t),
      ...(previous === null || isRectifying ? [] : [t("news")]),
      ...(lateReason === "" ? [] : [describeDelay(notice, t)]),
    ],
    sections: [
      ...(isRectifying ? RECTIFIED : POINTS).map((point) => ({
        title: t(`points.${point}`),
        article: hasContentList(notice.duties) ? t(`articles.${point}`) : "",
        rows: rowsOf(notice, point, { t, locale, zone: notice.zone }, news),
      })),
      ...(await exampleSections(notice)),
    ],
    after: isRectifying
      ? [t("closing")]
      : [...dutyParagraphs(notice.duties, t, locale, notice.principals), t("closing")],
    signature: t("signed", { name: notice.issuedBy, when: instantOf(notice) }),
  };
}

/** Names the rectification that its client received before, which a new initial notice contradicts, art. 33(2). */
function describeRectification({ content, locale, zone }: PrintableNotice, t: Translator): string[] {
  const { afterRectification: after } = content;
  if (!after) return [];
  return describeAfterRectification(after, t, locale, zone);
}

/** Says to which joint controllers, 26, this notice goes too, and to which the client passes it on. */
function describeJoint(notice: PrintableNotice, t: Translator): string[] {
  const { jointControllers, jointTold, copyFor, controller, locale } = notice;
  const names = (of: readonly string[]) => formatList([...of], locale);
  if (copyFor) return [t("jointCopy", { controller, names: names(copyFor) })];
  if (jointControllers.length === 0) return [];
  if (!jointTold) return [t("joint", { names: names(jointControllers) })];
  const told = jointControllers.filter((name) => jointTold.includes(name));
  const untold = jointControllers.filter((name) => !jointTold.includes(name));
  return [
    t("jointNamed", { names: names(jointControllers) }),
    ...(told.length > 0 ? [t("jointTold", { names: names(told) })] : []),
    ...(untold.length > 0 ? [t("jointUntold", { names: names(untold) })] : []),
  ];
}

/** True of a client that is recorded as the processor of others: we are its further processor, 28(4). */
export function actsForOthers(duties: readonly AuthorityDuty[]): boolean {
  return duties.some(({ kind }) => kind === "to-its-controllers");
}

/** Closes a sentence that a person typed, since others follow it. */
export function endSentence(text: string): string {
  return text === "" || /[.!?…؟]$/u.test(text) ? text : `${text}.`;
}

/** The processor's own threshold is called its own: a notice past it is not late by any law, art. 33(2). */
function describeDelay({ content: { delay }, organisation, ...notice }: PrintableNotice, t: Translator) {
  const lateReason = endSentence(notice.lateReason);
  if (delay?.rule !== "own-threshold") return t("late", { reason: lateReason });
  return t("pastThreshold", {
    organisation: organisation.name,
    hours: delay.hours,
    reason: lateReason,
    contract: delay.hasContract === false ? "none" : "one",
  });
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

/** Names the law of the client, or its laws, by which it is notified; "" where none that is known here asks it. */
export function describeBasis(duties: readonly AuthorityDuty[], t: Translator, locale: Locale): string {
  return formatList(
    noticeBases(duties).map((basis) => t(`basis.${basis}`)),
    locale,
  );
}

/** The points of art. 33(3) are those of the GDPR and of the laws that took it over. */
function hasContentList(duties: readonly AuthorityDuty[]): boolean {
  return noticeBases(duties).some((basis) => basis !== "swiss-fadp");
}

/** States what each law of the recipient asks of it, as it is told to it; the decision is always its own. */
export function dutyParagraphs(
  duties: readonly AuthorityDuty[],
  t: Translator,
  locale: Locale,
  principals: readonly string[] = [],
): string[] {
  const below = duties.filter(({ kind }) => kind === "to-its-controllers");
  const sentences = duties.flatMap((duty) => {
    if (duty.kind === "to-its-controllers")
      return [
        t("law.to-its-controllers", {
          basis: describeBasis(below, t, locale),
          named: principals.length > 0 ? "yes" : "no",
          principals: formatList([...principals], locale),
        }),
      ];
    const sentence = t(`law.${duty.open ? "presumed" : duty.law}`);
    return duty.isEveryAuthority ? [sentence, t("law.every")] : [sentence];
  });
  return [...new Set(sentences)];
}

/** Head of a printed page, for a notice and for the facts in the authority's order. */
export async function headOf(notice: PrintableNotice, title: string) {
  const { locale, organisation, controller, content, at } = notice;
  const t = await translator(locale, "breach-notice-letter");
  const [year, month, day] = dayAt(at, "Africa/Casablanca").split("-").map(Number);
  return {
    title,
    label: labelOf(notice, t),
    organisation,
    to: notice.copyFor ? formatList([...notice.copyFor], locale) : controller,
    when: instantOf(notice),
    drill: notice.isDrill ? t("drill") : "",
    // An id is no name: the breach is named by the processor's awareness, and the notice in the margin by its own instant.
    incident:
      content.awareAt === null
        ? ""
        : t("incident", { when: instantOf({ at: content.awareAt, locale, zone: notice.zone }) }),
    foot: formatInstant(at, "Africa/Casablanca", locale),
    date: { year, month, day },
  };
}

function labelOf(notice: Pick<PrintableNotice, "phase" | "number" | "content">, t: Translator): string {
  return t("label", { phase: phaseWord(notice.phase), number: followUpNumber(notice) });
}

function instantOf({ at, locale, zone }: Pick<PrintableNotice, "at" | "locale" | "zone">): string {
  return formatForController(at, zone, locale, { long: true });
}
