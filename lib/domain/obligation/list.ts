import { itemAt } from "@/lib/domain/invariant/required";
import { ENDED_UNDONE, type Ends, endsOf, type Horizon, HORIZONS, horizonsAt, urgentFrom } from "./due";
import { compareSubjects } from "./order";
import { type ObligationNoun, ruleOf } from "./rules";
import { type Duty, isDated } from "./types";

/** An obligation in the list, with its group. */
export type Listed<D extends Duty = Duty> = D & { horizon: Horizon };

export type ListFilter = { noun?: ObligationNoun; controllerId?: string; horizons?: readonly Horizon[] };

/** Horizons that ask for an act now: they are the one number of the sidebar. */
export const PRESSING: readonly Horizon[] = ["breach", "burning", "late", "undelayed", "today"];

/**
 * The list: group after group, within each by legal weight, then by date and reference, and what is late by its days late times
 * its weight. Independent of the order given.
 */
export function listObligations<D extends Duty>(
  obligations: readonly D[],
  { now, filter = {} }: { now: number; filter?: ListFilter },
): Listed<D>[] {
  const { horizons = HORIZONS } = filter;
  const groups = groupObligations(obligations, { now, filter });
  return HORIZONS.filter((horizon) => horizons.includes(horizon)).flatMap((horizon) =>
    (groups.get(horizon) ?? []).map((ordered) => listedOf(ordered, horizon)),
  );
}

/** Groups of the list, each in its order. */
export function groupObligations<D extends Duty>(
  obligations: readonly D[],
  { now, filter = {} }: { now: number; filter?: Omit<ListFilter, "horizons"> },
): ReadonlyMap<Horizon, Ordered<D>[]> {
  const { noun, controllerId } = filter;
  const groups = new Map<Horizon, Ordered<D>[]>(HORIZONS.map((horizon) => [horizon, []]));
  const horizonOf = horizonsAt(now);
  for (const ordered of orderOf(obligations)) {
    const { duty, ends } = ordered;
    if (noun && ruleOf(duty.kind).noun !== noun) continue;
    if (controllerId && duty.controller?.id !== controllerId) continue;
    groups.get(horizonOf(duty, ends))?.push(ordered);
  }
  groups.set("late", (groups.get("late") ?? []).toSorted(lateness(now)));
  return groups;
}

/** Compares what is late: the product of days late, the first day counting as one, and legal weight comes down. */
function lateness(now: number): (one: Ordered<Duty>, other: Ordered<Duty>) => number {
  const burden = ({ weight, ends }: Ordered<Duty>) => Math.ceil((now - ends.at) / DAY_MS) * weight;
  return (one, other) => burden(other) - burden(one) || compare(one, other);
}

const DAY_MS = 86_400_000;

/** Part of a group that is read elsewhere, in the order of the list: what follows its first `skipped` lines. */
export type ReadApart<D extends Duty> = { skipped: number; duties: readonly D[] };

/**
 * Takes the lines `from` to `until` of a group of which a part is read apart. That part begins at least as many lines
 * before `from` as the group has besides, so that no line before it belongs to what is taken.
 */
export function sliceGroup<D extends Duty>(
  group: readonly Ordered<D>[],
  { skipped, duties }: ReadApart<D>,
  { horizon, from, until }: { horizon: Horizon; from: number; until: number },
): Listed<D>[] {
  const merged: Ordered<D>[] = [];
  const apart = duties.map(toOrdered);
  let next = 0;
  for (const ordered of group) {
    for (let one = apart[next]; one && compare(one, ordered) < 0; one = apart[++next]) merged.push(one);
    merged.push(ordered);
  }
  return [...merged, ...apart.slice(next)]
    .slice(Math.max(from - skipped, 0), Math.max(until - skipped, 0))
    .map((ordered) => listedOf(ordered, horizon));
}

/** Copies an obligation with its group only when the group changes: pages list thousands of them again and again. */
function listedOf<D extends Duty>(ordered: Ordered<D>, horizon: Horizon): Listed<D> {
  if (ordered.listed?.horizon !== horizon) ordered.listed = { ...ordered.duty, horizon };
  return ordered.listed;
}

/** Counts what presses; an exercise is in no figure. */
export function countPressing(obligations: readonly Duty[], now: number): number {
  const instants = urgentInstantsOf(obligations);
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemAt(instants, middle) <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts the lines of exercises that are listed as pressing, which no figure has. */
export function countPressingDrills(obligations: readonly Duty[], now: number): number {
  return obligations.filter((duty) => duty.isDrill && urgentFrom(duty) <= now).length;
}

/** Instants of each list from which its obligations press, ascending: every page of the console asks for their count. */
const pressingInstants = new WeakMap<readonly Duty[], readonly number[]>();

function urgentInstantsOf(obligations: readonly Duty[]): readonly number[] {
  const known = pressingInstants.get(obligations);
  if (known) return known;
  const instants = obligations
    .filter(({ isDrill }) => !isDrill)
    .map(urgentFrom)
    .toSorted((one, other) => one - other);
  pressingInstants.set(obligations, instants);
  return instants;
}

/** An obligation with what its place in the list depends on. */
export type Ordered<D extends Duty = Duty> = {
  duty: D;
  weight: number;
  ends: Ends;
  listed: Listed<D> | null;
};

/** Orders each list once, however often pages ask for it: nothing of it depends on the instant. */
const orders = new WeakMap<readonly Duty[], readonly Ordered<Duty>[]>();

/** Orders what is met with the latest first, and all else by weight, end and subject. */
function orderOf<D extends Duty>(obligations: readonly D[]): readonly Ordered<D>[] {
  const known = orders.get(obligations) as readonly Ordered<D>[] | undefined;
  if (known?.length === obligations.length) return known;
  const ordered = obligations.map(toOrdered).toSorted(compare);
  orders.set(obligations, ordered);
  return ordered;
}

function toOrdered<D extends Duty>(duty: D): Ordered<D> {
  return {
    duty,
    weight: ruleOf(duty.kind).weight,
    listed: null,
    ends: isDated(duty) ? endsOf(duty.due) : NEVER,
  };
}

/** End of what has none: it comes after everything that has one. */
const NEVER: Ends = { at: Number.MAX_SAFE_INTEGER, day: "" };

function compare(one: Ordered<Duty>, other: Ordered<Duty>): number {
  return (
    (other.duty.doneAt ?? 0) - (one.duty.doneAt ?? 0) ||
    other.weight - one.weight ||
    one.ends.at - other.ends.at ||
    compareSubjects(one.duty, other.duty)
  );
}

/** Views of the list, each a set of horizons. */
export const OBLIGATION_VIEWS = ["open", "now", "week", "month", "done", "ended"] as const;
export type ObligationView = (typeof OBLIGATION_VIEWS)[number];

export const VIEW_HORIZONS: Record<ObligationView, readonly Horizon[]> = {
  open: HORIZONS.filter((horizon) => ![...ENDED_UNDONE, "done"].includes(horizon)),
  now: PRESSING,
  week: [...PRESSING, "week"],
  month: [...PRESSING, "week", "month", "own"],
  done: ["done"],
  ended: ENDED_UNDONE,
};
