import type { ForeignName } from "./foreign-names";
import {
  NO_CONTENT,
  NOTICE_FIELDS,
  TEXT_FIELDS,
  type NoticeContent,
  type NoticeDelay,
  type NoticeField,
  type NoticeFieldId,
  type NoticePoint,
  type TextFieldId,
} from "./notice-content";

/** Phases of which the facts for an authority are made, in the published form of the pack. */
export const PACKED_PHASES = ["initial", "follow-up", "final"] as const;
/** "rectifying" takes back what was sent to a controller that proved not to be affected. */
export const PHASES = [...PACKED_PHASES, "rectifying"] as const;
export type NoticePhase = (typeof PHASES)[number];

/** States what the file says of the whole incident, and what it says of one controller's part of it. */
export type NoticeSource = {
  file: Partial<NoticeContent>;
  share: Partial<NoticeContent>;
  /** True where no other controller is affected: the whole is then its part. */
  isSole: boolean;
};

/** A field that was left empty, since the file's words name somebody else's company. */
export type Withheld = { field: TextFieldId; names: ForeignName[] };

export type NoticeDraft = {
  content: NoticeContent;
  withheld: Withheld[];
  /** Fields that the file or the controller's part answers. */
  known: NoticeFieldId[];
};

/**
 * Drafts a notice of one controller's own data, articles 33(2) and 33(3). Figures of its part are never taken from the
 * whole; a sentence that names another controller, or may, is left out, to be written anew.
 */
export function composeNotice(
  { file, share, isSole }: NoticeSource,
  findForeign: (text: string) => ForeignName[],
): NoticeDraft {
  const chosen = NOTICE_FIELDS.map((field: NoticeField) => [
    field.id,
    share[field.id] ?? (field.isShare && !isSole ? null : (file[field.id] ?? null)),
  ]);
  const content: NoticeContent = { ...NO_CONTENT, ...Object.fromEntries(chosen) };
  const withheld = foreignNamesIn(content, findForeign);
  const blank = Object.fromEntries(withheld.map(({ field }) => [field, null]));
  const known = NOTICE_FIELDS.map(({ id }) => id).filter((id) => !isUnknown(content[id]));
  return {
    content: { ...content, ...blank, ...(share.examples && { examples: share.examples }) },
    withheld,
    known,
  };
}

/** Fields of a notice that name another controller, or may. */
export function foreignNamesIn(
  content: NoticeContent,
  findForeign: (text: string) => ForeignName[],
): Withheld[] {
  return TEXT_FIELDS.map((field) => ({ field, names: findForeign(content[field] ?? "") })).filter(
    ({ names }) => names.length > 0,
  );
}

export type FieldNews = "new" | "changed";

/** States what a notice says that the one before did not; everything of the first is new and none is marked. */
export function newSince(
  previous: NoticeContent | null,
  content: NoticeContent,
): Partial<Record<NoticeFieldId, FieldNews>> {
  if (previous === null) return {};
  const changed = NOTICE_FIELDS.filter(({ id }) => !isSame(previous[id], content[id]));
  return Object.fromEntries(changed.map(({ id }) => [id, previous[id] === null ? "new" : "changed"]));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Points of 33(3) and the fields that answer each. */
const ANSWERS: Record<Exclude<NoticePoint, "dates">, readonly NoticeFieldId[]> = {
  a: ["whatHappened", "natures", "personCategories", "persons", "dataKinds", "records"],
  b: ["contactPoint"],
  c: ["consequences"],
  d: ["measures"],
};

/** Fields that article 33(3) asks for and the notice does not know yet: stated in the letter, and owed by a later one. */
export function unknownOf(content: NoticeContent): { point: NoticePoint; field: NoticeFieldId }[] {
  return Object.entries(ANSWERS).flatMap(([point, fields]) =>
    fields
      .filter((field) => isUnknown(content[field]))
      .map((field) => ({ point: point as NoticePoint, field })),
  );
}

export function isUnknown(value: NoticeContent[NoticeFieldId]): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** The first notice that its client is given is initial; a later one follows up, or is the last as its author says. */
export function phaseOf(isFirst: boolean, isFinal: boolean): NoticePhase {
  if (isFinal) return "final";
  return isFirst ? "initial" : "follow-up";
}

/** Phase of a notice as it is shown: a draft follows up, or begins, by what reached its client now. */
export function shownPhase(
  { phase, status }: { phase: NoticePhase; status: "draft" | "issued" | "withdrawn" },
  isFirst: boolean,
): NoticePhase {
  return status === "draft" && phase !== "rectifying" ? phaseOf(isFirst, phase === "final") : phase;
}

export function isPacked(phase: NoticePhase): phase is (typeof PACKED_PHASES)[number] {
  return phase !== "rectifying";
}

/** Keys of the phases in sentences, whose codes have no hyphen. */
export function phaseWord(phase: NoticePhase): string {
  return phase === "follow-up" ? "followup" : phase;
}

type Numbered = { number: number; content: Pick<NoticeContent, "completes"> };

/** Place of a follow-up among those that its client was given, as it was issued; before it was kept, each notice counted. */
export function followUpNumber({ number, content }: Numbered): number {
  return content.completes?.place ?? Math.max(1, number - 1);
}

/** True of a notice after one that its controller was given, which it completes: not of a final one that is the first, 33(4). */
export function completesEarlier({
  phase,
  number,
  content: { completes, afterRectification },
}: Numbered & {
  phase: NoticePhase;
  content: Pick<NoticeContent, "completes" | "afterRectification">;
}): boolean {
  if (phase !== "final") return phase === "follow-up";
  return completes !== undefined || (number > 1 && afterRectification === undefined);
}

type Compared = { id: string; number: number; phase: NoticePhase; content: NoticeContent };

/** Content of the notice that another completes, against which its news are marked; null of an initial one. */
export function contentBefore(notice: Compared, issued: readonly Compared[]): NoticeContent | null {
  if (notice.phase === "initial") return null;
  const named = issued.find(({ id }) => id === notice.content.completes?.noticeId);
  const last = issued.findLast(({ number, phase }) => number < notice.number && phase !== "rectifying");
  return (named ?? last)?.content ?? null;
}

export type IssueInput = {
  content: NoticeContent;
  lateReason: string;
  /** A person looked at doubtful names and says that they are none. */
  areNamesConfirmed: boolean;
  /** Hours that have passed; null: none have. */
  delay: NoticeDelay | null;
  /** Notices to this controller that were issued. */
  issued: number;
  /** True where it was given none that the next could complete: a reason is asked for hours that have passed. */
  isFirst: boolean;
  /** Notices to this controller that the author had seen issued; null: not said. */
  seenIssued: number | null;
  phase: NoticePhase;
  /** Fields that the file answers: a notice that leaves one out would call unknown what is known. */
  known: readonly NoticeFieldId[];
};

/** A refusal beside its field; the key is one of `breach-notice.issues`. */
export type IssueProblem = { field: string; key: string; names?: string };

const UNREASONED = { contract: "lateWithoutReason", "own-threshold": "thresholdWithoutReason" } as const;

/** States what stands in the way of a notice; lateness never does once its reason is given, article 33(2). */
export function problemsOf(
  { content, lateReason, areNamesConfirmed, delay, issued, isFirst, seenIssued, phase, known }: IssueInput,
  findForeign: (text: string) => ForeignName[],
): IssueProblem[] {
  const named = [
    ...foreignNamesIn(content, findForeign),
    { field: "lateReason", names: findForeign(lateReason) },
  ];
  const problems = named.flatMap(({ field, names }) => {
    const isCertain = names.some((name) => name.isCertain);
    if (names.length === 0 || (!isCertain && areNamesConfirmed)) return [];
    const listed = names.map(({ found }) => found).join(", ");
    return [{ field, key: isCertain ? "foreignName" : "doubtfulName", names: listed }];
  });
  const isRectifying = phase === "rectifying";
  return [
    ...problems,
    ...(seenIssued !== null && seenIssued !== issued ? [{ field: "", key: "issuedMeanwhile" }] : []),
    ...(isRectifying && !content.whatHappened ? [{ field: "whatHappened", key: "rectifiesNothing" }] : []),
    ...(isRectifying ? [] : known)
      .filter((field) => isUnknown(content[field]))
      .map((field) => ({ field, key: "knownInFile" })),
    ...(delay !== null && isFirst && !isRectifying && lateReason === ""
      ? [{ field: "lateReason", key: UNREASONED[delay.rule] }]
      : []),
    ...datesOf(content),
  ];
}

function datesOf({ occurredFrom, occurredUntil, awareAt }: NoticeContent): IssueProblem[] {
  if (occurredFrom !== null && occurredUntil !== null && occurredUntil < occurredFrom)
    return [{ field: "occurredUntil", key: "endsBefore" }];
  if (occurredFrom !== null && awareAt !== null && awareAt < occurredFrom)
    return [{ field: "awareAt", key: "awareBefore" }];
  return [];
}
