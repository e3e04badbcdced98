import { isInEea } from "@/lib/domain/statute/eea";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import type { LineKind, LineState } from "./types";

/** Articles 28(3)(a) and 28(9): a controller's choice is in writing, as its instructions are documented. */
export const WRITTEN_MEANS = ["letter", "e-mail", "minutes", "contract"] as const;

/** Article 28(3)(g): Union or Member State law may require storage; this code is listed beside the countries. */
export const UNION_LAW = "EU";

/** Fields of the answers' forms; a day is ISO, "" is unsaid. */
export const EVIDENCE_FIELDS = [
  "name",
  "on",
  "by",
  "means",
  "recipient",
  "note",
  "purgeOn",
  "lawOf",
  "law",
  "untilOn",
  "data",
] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];
export type EvidenceValues = Record<EvidenceField, string>;

/** A document is a file attached to the line. */
export type Evidence = EvidenceField | "document";

export const LINE_ANSWERS = [
  "chose-deletion",
  "chose-return",
  "chose-hand-over",
  "deleted",
  "returned",
  "handed-over",
  "kept",
  "nothing-held",
  "purge-dated",
  "purged",
  "no-backup",
  "attested",
  "nothing-received",
  "kept-by-law",
  "nothing-kept",
  "taken-back",
] as const;
export type LineAnswer = (typeof LINE_ANSWERS)[number];

type Row = {
  /** Null for every kind. */
  of: LineKind | null;
  from: readonly LineState[];
  to: LineState;
  needs: readonly Evidence[];
};

/** No state is reached without its evidence. What was answered in error is taken back with a reason, never erased. */
export const ANSWERS: Record<LineAnswer, Row> = {
  // Deletion or return is the controller's choice, 28(3)(g): who chose, when, by what writing, and the writing itself.
  "chose-deletion": { of: "choice", from: ["open"], to: "settled", needs: ["on", "by", "means", "document"] },
  "chose-return": {
    of: "choice",
    from: ["open"],
    to: "settled",
    needs: ["on", "by", "means", "recipient", "document"],
  },
  "chose-hand-over": {
    of: "choice",
    from: ["open"],
    to: "settled",
    needs: ["on", "by", "means", "recipient", "document"],
  },
  // Article 28(3)(g) "deletes existing copies": systems returned or handed over are deleted here afterwards.
  deleted: { of: "system", from: ["open"], to: "settled", needs: ["on", "by", "note"] },
  returned: { of: "system", from: ["open"], to: "settled", needs: ["on", "by", "recipient", "note"] },
  "handed-over": { of: "system", from: ["open"], to: "settled", needs: ["on", "by", "recipient", "note"] },
  kept: { of: "system", from: ["open"], to: "settled", needs: ["on", "by", "note"] },
  "nothing-held": { of: "system", from: ["open"], to: "settled", needs: ["on", "by", "note"] },
  // A dated purge is a promise, and the line stays open until it is kept and confirmed.
  "purge-dated": { of: "backup", from: ["open"], to: "waiting", needs: ["purgeOn", "by"] },
  purged: { of: "backup", from: ["waiting"], to: "settled", needs: ["on", "by"] },
  "no-backup": { of: "backup", from: ["open"], to: "settled", needs: ["on", "by", "note"] },
  // 28(4): the same duties, and the first processor answers for them.
  attested: { of: "sub-processor", from: ["open"], to: "settled", needs: ["on", "by", "document"] },
  "nothing-received": { of: "sub-processor", from: ["open"], to: "settled", needs: ["on", "by", "note"] },
  "kept-by-law": {
    of: "retention",
    from: ["open"],
    to: "settled",
    needs: ["lawOf", "law", "untilOn", "data"],
  },
  "nothing-kept": { of: "retention", from: ["open"], to: "settled", needs: ["on", "by"] },
  "taken-back": { of: null, from: ["waiting", "settled"], to: "open", needs: ["note"] },
};

/** A line as an answer meets it; without a title the register names nothing. */
type AnsweredLine = { kind: LineKind; title: string; state: LineState; purgeOn: string };

export type AnswerRefusal =
  "notFromHere" | "notADay" | "future" | "beforePurge" | "lawOver" | "lawElsewhere" | `${Evidence}Missing`;

export type AnswerDecision =
  | { ok: true; state: LineState }
  /** `field` is the one to mend, "" for none; `key` stands under `contract-end.refusals`. */
  | { ok: false; field: "" | Evidence; key: AnswerRefusal };

/** The state of a line after an answer, or why not. `documents` is how many files stand beside the line. */
export function decideAnswer(
  line: AnsweredLine,
  { answer, evidence }: { answer: LineAnswer; evidence: EvidenceValues },
  { today, documents }: { today: string; documents: number },
): AnswerDecision {
  const row = ANSWERS[answer];
  if (!answersFor(line).includes(answer)) return refused("", "notFromHere");
  const missing = needsOf(answer, evidence, line).find((field) =>
    field === "document" ? documents === 0 : evidence[field].trim() === "",
  );
  if (missing) return refused(missing, `${missing}Missing`);
  const day = row.needs.find((field) => isDayField(field) && !isCalendarDay(evidence[field]));
  if (day) return refused(day, "notADay");
  if (row.needs.includes("on") && evidence.on > today) return refused("on", "future");
  if (answer === "purged" && evidence.on < line.purgeOn) return refused("on", "beforePurge");
  // A law of Morocco obliges the processor, and lets it keep nothing against its controller.
  if (answer === "kept-by-law" && evidence.lawOf !== UNION_LAW && !isInEea(evidence.lawOf, today))
    return refused("lawOf", "lawElsewhere");
  // A period that is over obliges nobody: what it kept is to be deleted.
  if (answer === "kept-by-law" && evidence.untilOn < today) return refused("untilOn", "lawOver");
  return { ok: true, state: row.to };
}

/** Answers that say nothing was there: a certificate needs no name for it. */
const OF_NOTHING: readonly LineAnswer[] = ["nothing-held", "nothing-received", "taken-back"];

/**
 * A choice that the contract itself makes is proved by the contract. What the register does not name is named with its
 * answer: the certificate says what was deleted, and who attested.
 */
export function needsOf(
  answer: LineAnswer,
  stated: Pick<EvidenceValues, "means">,
  { kind, title }: Pick<AnsweredLine, "kind" | "title">,
): readonly Evidence[] {
  const isUnnamed = title === "" && (kind === "system" || kind === "sub-processor");
  const needs: Evidence[] = isUnnamed && !OF_NOTHING.includes(answer) ? ["name"] : [];
  needs.push(...ANSWERS[answer].needs);
  return stated.means === "contract" ? needs.filter((field) => field !== "document") : needs;
}

/** Fields that the certificate must show of an answer and that were never said, in the order of the form. */
export function lackingIn(
  answer: LineAnswer,
  stated: Partial<EvidenceValues>,
  line: Pick<AnsweredLine, "kind" | "title">,
): EvidenceField[] {
  const needs = needsOf(answer, { means: stated.means ?? "" }, line);
  return EVIDENCE_FIELDS.filter((field) => needs.includes(field) && !stated[field]?.trim());
}

/** Lists the answers possible now, in the order of the table. */
export function answersFor({ kind, state }: Pick<AnsweredLine, "kind" | "state">): LineAnswer[] {
  return LINE_ANSWERS.filter((answer) => {
    const { of, from } = ANSWERS[answer];
    return (of === null || of === kind) && from.includes(state);
  });
}

function isDayField(field: Evidence): field is "on" | "purgeOn" | "untilOn" {
  return field === "on" || field === "purgeOn" || field === "untilOn";
}

function refused(field: "" | Evidence, key: AnswerRefusal): AnswerDecision {
  return { ok: false, field, key };
}
