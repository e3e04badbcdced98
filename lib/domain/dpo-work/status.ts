import { repeatDay } from "./attendance";
import { linesIn, readContent, type WorkContent, type WorkContents } from "./content";
import type { WorkKind } from "./kinds";
import { lineStateOf, stateOf, type WorkFact } from "./lifecycle";
import { lastDay } from "@/lib/domain/time/partial-date";
import { nextReviewOn, procedureStatus } from "./procedure-versions";

/** A document with what happened to it, in the order of its recording. */
export type Work = { kind: WorkKind; content: WorkContent; facts: readonly WorkFact[] };

export type WorkStatus = {
  /** Word of the status, under its kind. */
  word: string;
  tone: "ok" | "warn" | "late" | "plain";
  /** Lines that are open, of a document with lines. */
  open: number;
};

/** Says where a document is on a day, from its facts alone. */
export function workStatusOn(work: Work, today: string): WorkStatus {
  const open = openLines(work).length;
  const [word, tone] = READERS[work.kind](work, today, open);
  return { word, tone, open };
}

export function openLines({ kind, content, facts }: Work) {
  if (kind === "procedure") return [];
  return linesIn(content).filter(({ id }) => lineStateOf(kind, facts, id) === "open");
}

/** True until nothing is to be done with it; procedures, designations and filings are open while they hold. */
export function isOpen(work: Work): boolean {
  const state = stateOf(work.kind, work.facts);
  if (work.kind === "watch-item") {
    const isAssessed = linesIn(work.content).length > 0;
    return state === "open" && (!isAssessed || openLines(work).length > 0);
  }
  if (work.kind === "internal-audit") return state === "planned" || openLines(work).length > 0;
  return !CLOSED.has(state);
}

const CLOSED = new Set(["held", "cancelled", "given", "declined", "ended", "withdrawn"]);

type Read = (work: Work, today: string, open: number) => [word: string, tone: WorkStatus["tone"]];

const READERS: Record<WorkKind, Read> = {
  "watch-item": (work, _today, open) => {
    if (stateOf(work.kind, work.facts) === "closed") return ["nothing-follows", "ok"];
    if (linesIn(work.content).length === 0) return ["to-assess", "warn"];
    return open > 0 ? ["to-do", "warn"] : ["done", "ok"];
  },
  training: (work, today) => {
    const content = contentOf(work, "training");
    const state = stateOf(work.kind, work.facts);
    if (state === "planned") return content.on < today ? ["unknown", "late"] : ["planned", "plain"];
    if (state === "cancelled") return ["cancelled", "plain"];
    const again = repeatDay({ ...content, on: heldOn(work) });
    return again !== null && again < today ? ["lapsed", "warn"] : ["held", "ok"];
  },
  "internal-audit": (work, today, open) => {
    const { on } = contentOf(work, "internal-audit");
    const state = stateOf(work.kind, work.facts);
    if (state === "cancelled") return ["cancelled", "plain"];
    if (open > 0) return ["findings-open", "warn"];
    if (state === "planned") return on < today ? ["unreported", "late"] : ["planned", "plain"];
    return linesIn(work.content).length === 0 ? ["no-findings", "ok"] : ["closed", "ok"];
  },
  assistance: (work) => {
    const state = stateOf(work.kind, work.facts);
    if (state === "asked") return ["asked", "warn"];
    return state === "given" ? ["given", "ok"] : ["declined", "plain"];
  },
  "dpo-designation": (work) => {
    if (stateOf(work.kind, work.facts) === "ended") return ["ended", "plain"];
    return hasFact(work, "publish") ? ["published", "ok"] : ["unpublished", "warn"];
  },
  procedure: (work, today) => {
    const { lines } = contentOf(work, "procedure");
    const status = procedureStatus({ state: stateOf(work.kind, work.facts), versions: lines }, today);
    if (status !== "in-force") return [status, status === "no-version" ? "warn" : "plain"];
    const review = nextReviewOn(lines, work.facts, today);
    return review !== null && review < today ? ["review-late", "late"] : ["in-force", "ok"];
  },
  "cndp-filing": (work, today) => {
    const state = stateOf(work.kind, work.facts);
    const until = validUntil(work);
    if (isGranted(state)) return until !== null && until < today ? ["lapsed", "late"] : [state, "ok"];
    if (state === "filed") return ["filed", "warn"];
    return state === "refused" || state === "withdrawn" ? [state, "late"] : [state, "plain"];
  },
};

/** True for a filing that the CNDP has answered with its receipt or its authorisation, and for a convention with it. */
export function isGranted(state: string): boolean {
  return ["received", "authorised", "acceded"].includes(state);
}

/** End of what the CNDP granted, where it set one: the last day, where a month or a year alone is known. */
export function validUntil(work: Pick<Work, "facts">): string | null {
  const value = grantOf(work)?.nextOn ?? null;
  return value === null ? null : lastDay({ value, text: "" });
}

/** Number that the CNDP gave, as written. */
export function filingNumber(work: Pick<Work, "facts">): string {
  return grantOf(work)?.detail ?? "";
}

/** Fact by which the CNDP last granted something. */
export function grantOf<F extends Pick<WorkFact, "event">>({
  facts,
}: {
  facts: readonly F[];
}): F | undefined {
  return facts.findLast(({ event }) => ["receive", "authorise", "accede"].includes(event));
}

/** Day on which a training was held, by its fact. */
export function heldOn(work: Work): string {
  return lastDayOf(work, "hold") ?? contentOf(work, "training").on;
}

export function lastDayOf({ facts }: Pick<Work, "facts">, event: string): string | null {
  return facts.findLast((fact) => fact.event === event && fact.part === "")?.factOn ?? null;
}

/** Minutes spent, by the facts that say so. */
export function minutesSpent({ facts }: Pick<Work, "facts">): number {
  return facts.reduce((sum, { event, amount }) => (event === "spend" ? sum + (amount ?? 0) : sum), 0);
}

function hasFact({ facts }: Work, event: string): boolean {
  return facts.some((fact) => fact.event === event);
}

/** Content of the kind that the caller has asked for. */
export function contentOf<K extends WorkKind>(
  work: Pick<Work, "kind" | "content">,
  kind: K,
): WorkContents[K] {
  if (work.kind !== kind) throw new Error(`A ${work.kind} is no ${kind}.`);
  return readContent(kind, work.content);
}
