import { endsAt, type Horizon, horizonOf, HORIZONS } from "./due";
import { compareSubjects } from "./order";
import { type ObligationNoun, ruleOf } from "./rules";
import { type Duty, isDated } from "./types";

/** An obligation in the list, with its group. */
export type Listed<D extends Duty = Duty> = D & { horizon: Horizon };

export type ListFilter = { noun?: ObligationNoun; controllerId?: string; horizons?: readonly Horizon[] };

/** Horizons that ask for an act now: they are the one number of the sidebar. */
export const PRESSING: readonly Horizon[] = ["burning", "late", "undelayed", "today"];

/** The list: group after group, within each by legal weight, then by date and reference. Independent of the order given. */
export function listObligations<D extends Duty>(
  obligations: readonly D[],
  { now, filter = {} }: { now: number; filter?: ListFilter },
): Listed<D>[] {
  return obligations
    .map((obligation) => ({ ...obligation, horizon: horizonOf(obligation, now) }))
    .filter((listed) => isIn(listed, filter))
    .toSorted(compare);
}

/** Counts what presses; an exercise is in no figure. */
export function countPressing(obligations: readonly Duty[], now: number): number {
  return obligations.filter(
    (obligation) => !obligation.isDrill && PRESSING.includes(horizonOf(obligation, now)),
  ).length;
}

function isIn(listed: Listed, { noun, controllerId, horizons }: ListFilter): boolean {
  if (noun && ruleOf(listed.kind).noun !== noun) return false;
  if (controllerId && listed.controller?.id !== controllerId) return false;
  return !horizons || horizons.includes(listed.horizon);
}

function compare(one: Listed, other: Listed): number {
  return (
    HORIZONS.indexOf(one.horizon) - HORIZONS.indexOf(other.horizon) ||
    compareDone(one, other) ||
    ruleOf(other.kind).weight - ruleOf(one.kind).weight ||
    compareEnds(one, other) ||
    compareSubjects(one, other)
  );
}

/** Orders by date, what has none last. */
function compareEnds(one: Listed, other: Listed): number {
  if (!isDated(one) || !isDated(other)) return Number(isDated(other)) - Number(isDated(one));
  return endsAt(one.due) - endsAt(other.due);
}

/** Orders by what was met last. */
function compareDone(one: Listed, other: Listed): number {
  return one.horizon === "done" ? (other.doneAt ?? 0) - (one.doneAt ?? 0) : 0;
}

/** Views of the list, each a set of horizons. */
export const OBLIGATION_VIEWS = ["open", "now", "week", "month", "done"] as const;
export type ObligationView = (typeof OBLIGATION_VIEWS)[number];

export const VIEW_HORIZONS: Record<ObligationView, readonly Horizon[]> = {
  open: HORIZONS.filter((horizon) => horizon !== "done"),
  now: PRESSING,
  week: [...PRESSING, "week"],
  month: [...PRESSING, "week", "month"],
  done: ["done"],
};
