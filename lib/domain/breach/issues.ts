import type { Issue } from "@/lib/domain/outcome/outcome";
import type { Fact, FactKind } from "./facts";
import { TITLE_LENGTH } from "./client-title";
import { asksForAuthentication } from "./precedents";
import { foldBreach, type BreachFile } from "./file";

/** A fact as a form gives it. */
export type StatedFact = Pick<Fact, "kind" | "value" | "at" | "controllerId" | "correctsId" | "reason">;

/** Facts that are about nothing without their words. */
const NEED_TEXT: ReadonlySet<FactKind> = new Set([
  "what-happened",
  "note",
  "cause",
  "systems",
  "person-categories",
  "data-kinds",
  "consequences",
  "measures",
  "contact-point",
  "client-title",
  "upstream",
]);
/** Events that say nothing without their instant. */
const NEED_INSTANT: ReadonlySet<FactKind> = new Set([
  "suspected",
  "aware",
  "awareness-elsewhere",
  "contained",
  "closed",
  "reopened",
]);

/**
 * States what is wrong with a fact, beside its field: `on` and `until` for its instants, `text`, `count`, `reason` for the rest.
 * The file is what stood before it.
 */
export function factIssues(stated: StatedFact, facts: readonly Fact[], now: number): Issue[] {
  if (stated.value.isWithdrawn) return withdrawalIssues(stated);
  const others = foldBreach(facts.filter(({ id }) => id !== stated.correctsId));
  return [
    ...missing(stated),
    ...instantIssues(stated, now),
    ...orderIssues(stated, others),
    ...(stated.correctsId !== null && stated.reason === "" ? [issue("reason", "required")] : []),
  ];
}

function withdrawalIssues({ correctsId, reason }: StatedFact): Issue[] {
  return [
    ...(correctsId === null ? [issue("", "breach.nothingToWithdraw")] : []),
    ...(reason === "" ? [issue("reason", "required")] : []),
  ];
}

function missing({ kind, value, at, controllerId }: StatedFact): Issue[] {
  if (value.isUnknown) return [];
  return [
    ...(NEED_TEXT.has(kind) && !value.text ? [issue("text", "required")] : []),
    ...(kind === "client-title" && (value.text ?? "").length > TITLE_LENGTH
      ? [issue("text", "breach.titleLength")]
      : []),
    ...(NEED_INSTANT.has(kind) && at === null ? [issue("on", "required")] : []),
    ...(kind === "occurred" && at === null && !value.until ? [issue("on", "required")] : []),
    ...(kind === "nature" && !value.natures?.length ? [issue("natures", "required")] : []),
    ...(kind === "circumstance" && !value.circumstance ? [issue("circumstance", "required")] : []),
    ...(asksForAuthentication(value.circumstance) && !value.text
      ? [issue("text", "breach.authentication")]
      : []),
    ...(kind === "protection" && !value.protection ? [issue("protection", "required")] : []),
    ...((kind === "persons" || kind === "records") && typeof value.count !== "number"
      ? [issue("count", "breach.number")]
      : []),
    ...(kind === "severity-input" && !value.severity ? [issue("dataKinds", "required")] : []),
    ...(kind === "delay-judged" && (value.isUndue === undefined || controllerId === null)
      ? [issue("delay", "required")]
      : []),
    ...(kind === "told-by-sub-processor" && !value.subProcessorId && !value.name
      ? [issue("subProcessorId", "required")]
      : []),
  ];
}

function instantIssues({ at, value }: StatedFact, now: number): Issue[] {
  const { until, toldAt } = value;
  return [
    ...(at !== null && at > now ? [issue("on", "breach.future")] : []),
    ...(isLater(until, now) ? [issue("until", "breach.future")] : []),
    ...(isLater(toldAt, now) ? [issue("until", "breach.future")] : []),
    ...(at !== null && typeof until === "number" && until < at
      ? [issue("until", "breach.untilBeforeFrom")]
      : []),
    ...(at !== null && typeof toldAt === "number" && toldAt < at
      ? [issue("until", "breach.reportedBeforeAware")]
      : []),
  ];
}

function orderIssues({ kind, at }: StatedFact, file: BreachFile): Issue[] {
  if (at === null) return [];
  const began = file.occurred?.from ?? null;
  const isAwareness = kind === "aware" || kind === "awareness-elsewhere";
  return [
    ...((isAwareness || kind === "suspected") && began !== null && at < began
      ? [issue("on", "breach.beforeOccurred")]
      : []),
    ...(kind === "occurred" && file.awareAt !== null && at > file.awareAt
      ? [issue("on", "breach.afterAware")]
      : []),
    ...(kind === "suspected" && file.awareAt !== null && at > file.awareAt
      ? [issue("on", "breach.suspectedAfterAware")]
      : []),
    ...(kind === "contained" && began !== null && at < began
      ? [issue("on", "breach.containedBeforeOccurred")]
      : []),
    ...(kind === "closed" && isEarlier(at, file.awareAt ?? file.suspectedAt)
      ? [issue("on", "breach.closedBeforeAware")]
      : []),
    ...(kind === "closed" && isEarlier(at, file.containedAt)
      ? [issue("on", "breach.closedBeforeContained")]
      : []),
    ...(kind === "reopened" && isEarlier(at, file.closedAt)
      ? [issue("on", "breach.reopenedBeforeClosed")]
      : []),
  ];
}

const MINUTE_MS = 60_000;

/** Forms state minutes: what happened within the same minute is not later. */
function isEarlier(at: number, than: number | null): boolean {
  return than !== null && at < than - (than % MINUTE_MS);
}

function isLater(instant: number | null | undefined, now: number): boolean {
  return typeof instant === "number" && instant > now;
}

function issue(path: string, key: string): Issue {
  return { path, key };
}
