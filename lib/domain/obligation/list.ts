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
    .filter((obligation) => isOf(obligation, filter))
    .map((obligation) => keyed(obligation, horizonOf(obligation, now)))
    .filter(({ listed }) => !filter.horizons || filter.horizons.includes(listed.horizon))
    .toSorted(compare)
    .map(({ listed }) => listed);
}

/** Counts what presses; an exercise is in no figure. */
export function countPressing(obligations: readonly Duty[], now: number): number {
  return obligations.filter(
    (obligation) => !obligation.isDrill && PRESSING.includes(horizonOf(obligation, now)),
  ).length;
}

function isOf({ kind, controller }: Duty, { noun, controllerId }: ListFilter): boolean {
  if (noun && ruleOf(kind).noun !== noun) return false;
  return !controllerId || controller?.id === controllerId;
}

/** A line with what orders it, computed once: a list may have ten thousand lines. */
type Keyed<D extends Duty> = {
  listed: Listed<D>;
  group: number;
  /** Instant of what was met; 0 while open. */
  done: number;
  weight: number;
  /** Instant of its end; without a date, after every one that has one. */
  end: number;
};

function keyed<D extends Duty>(obligation: D, horizon: Horizon): Keyed<D> {
  return {
    listed: { ...obligation, horizon },
    group: HORIZONS.indexOf(horizon),
    done: horizon === "done" ? (obligation.doneAt ?? 0) : 0,
    weight: ruleOf(obligation.kind).weight,
    end: isDated(obligation) ? endsAt(obligation.due) : Number.MAX_SAFE_INTEGER,
  };
}

function compare(one: Keyed<Duty>, other: Keyed<Duty>): number {
  return (
    one.group - other.group ||
    // What was met last comes first.
    other.done - one.done ||
    other.weight - one.weight ||
    one.end - other.end ||
    compareSubjects(one.listed, other.listed)
  );
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
