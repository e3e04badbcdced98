import type { Act } from "@/lib/domain/nouns/policy";
import { addMonthsToDay, isCalendarDay } from "@/lib/domain/time/calendar-day";
import { lastDay } from "@/lib/domain/time/partial-date";
import type { RecordContent } from "./content";
import { decide, type RefusalKey } from "./lifecycle";
import { proposeLinks, withProposedLinks } from "./link-proposals";
import { NO_LINKS, type RecordLinks } from "./links";
import { REVIEW_EVERY_MONTHS } from "./review";
import type { Capacity, RecordState } from "./types";

/** Acts on several entries at once. */
export const BULK_KINDS = ["measures", "links", "review", "end"] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** The company's own register has no controller, and so nothing to be linked to. */
export function bulkKinds(capacity: Capacity): BulkKind[] {
  return BULK_KINDS.filter((kind) => kind !== "links" || capacity === "processor");
}

/** Entries that one act changes at most: as many as can be read before, and written in one transaction. */
export const MOST_AT_ONCE = 1000;

/** Applies alike to every entry. Days are ISO calendar dates. */
export type BulkAct =
  | { kind: "measures"; measureIds: readonly string[] }
  /** Each entry names by their rows the contract and the transfers that its words lead to. */
  | { kind: "links" }
  | { kind: "review"; on: string }
  | { kind: "end"; on: string; reason: string };

/** An act on many asks no less of whoever does it than the same act on one. */
export const BULK_NEEDS: Record<BulkKind, Act> = {
  measures: "record.write",
  links: "record.write",
  review: "record.transition",
  end: "record.transition",
};

type Subject = {
  state: RecordState;
  stateSince: string | null;
  content: RecordContent;
  /** The rows of its controller that its words may lead to. */
  links?: RecordLinks;
};

/** Changed parts of an entry; the rest remains. */
export type BulkChange = Partial<Omit<Subject, "links">>;

/** Keys under `bulk.refusals`. */
export type BulkRefusal =
  | "ended"
  | "measuresNamed"
  | "tooManyMeasures"
  | "nothingToLink"
  | "noSuchRow"
  | "severalRows"
  | "reviewedSince"
  | "reviewedThen"
  | RefusalKey;

export type BulkDecision = { ok: true; change: BulkChange } | { ok: false; key: BulkRefusal };

/** Matches the limit of measures in one entry. */
const MOST_MEASURES = 200;

/** Refuses an act that is faulty for any entry: nothing can be previewed before it is corrected. */
export function findFault(
  act: BulkAct,
  today: string,
): { field: "measureIds" | "day"; key: "nothingTicked" | "notADay" | "future" } | null {
  if (act.kind === "measures")
    return act.measureIds.length === 0 ? { field: "measureIds", key: "nothingTicked" } : null;
  if (act.kind === "links") return null;
  if (!isCalendarDay(act.on)) return { field: "day", key: "notADay" };
  return act.on > today ? { field: "day", key: "future" } : null;
}

/** Decides the change of one entry, or why it stays unchanged. Only a reopening changes an ended entry. */
export function decideBulk(record: Subject, act: BulkAct, today: string): BulkDecision {
  if (record.state === "ended") return { ok: false, key: "ended" };
  switch (act.kind) {
    case "measures":
      return addMeasures(record.content, act.measureIds);
    case "links":
      return linkWords(record);
    case "review":
      return dateReview(record.content, act.on);
    case "end":
      return end(record, act, today);
  }
}

export type BulkPlan<T> = {
  changes: { record: T; change: BulkChange }[];
  left: { record: T; key: BulkRefusal }[];
};

/** Every entry on one side or the other, in the order given. */
export function planBulk<T extends Subject>(records: readonly T[], act: BulkAct, today: string): BulkPlan<T> {
  const plan: BulkPlan<T> = { changes: [], left: [] };
  for (const record of records) {
    const decision = decideBulk(record, act, today);
    if (decision.ok) plan.changes.push({ record, change: decision.change });
    else plan.left.push({ record, key: decision.key });
  }
  return plan;
}

/** Adds to those named, in their order; takes none away. */
function addMeasures(content: RecordContent, measureIds: readonly string[]): BulkDecision {
  const added = measureIds.filter((id) => !content.measureIds.includes(id));
  if (added.length === 0) return { ok: false, key: "measuresNamed" };
  const named = [...content.measureIds, ...new Set(added)];
  if (named.length > MOST_MEASURES) return { ok: false, key: "tooManyMeasures" };
  return { ok: true, change: { content: { ...content, measureIds: named } } };
}

/** Links words that match one row; words that match none, or several, remain as they are. */
function linkWords({ content, links = NO_LINKS }: Subject): BulkDecision {
  const linked = withProposedLinks(content, links);
  if (linked !== content) return { ok: true, change: { content: linked } };
  const { unmatched } = proposeLinks(content, links);
  if (unmatched.length === 0) return { ok: false, key: "nothingToLink" };
  return { ok: false, key: unmatched.some(({ why }) => why === "several") ? "severalRows" : "noSuchRow" };
}

/** A review that is later than the day given stands; the next one is due a year after the day. */
function dateReview(content: RecordContent, on: string): BulkDecision {
  const reviewed = content.reviewedOn && lastDay(content.reviewedOn);
  if (content.reviewedOn?.value === on) return { ok: false, key: "reviewedThen" };
  if (reviewed && reviewed > on) return { ok: false, key: "reviewedSince" };
  const reviewedOn = { value: on, text: "" };
  const reviewDueOn = { value: addMonthsToDay(on, REVIEW_EVERY_MONTHS), text: "" };
  return { ok: true, change: { content: { ...content, reviewedOn, reviewDueOn } } };
}

function end(record: Subject, { on, reason }: BulkAct & { kind: "end" }, today: string): BulkDecision {
  const decision = decide(record.state, { kind: "end", on, reason }, { today, since: record.stateSince });
  if (decision.ok) return { ok: true, change: { state: decision.state, stateSince: on } };
  // A missing reason refuses the whole form, since one reason covers all entries.
  if (decision.field === "reason") return { ok: true, change: { state: "ended", stateSince: on } };
  return { ok: false, key: decision.key };
}
