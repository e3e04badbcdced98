import { itemAt } from "@/lib/domain/invariant/required";
import { type Ends, endsOf, type Horizon, HORIZONS, horizonsAt, urgentFrom } from "./due";
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
  const { noun, controllerId, horizons = HORIZONS } = filter;
  const groups = new Map<Horizon, Listed<D>[]>(HORIZONS.map((horizon) => [horizon, []]));
  const horizonOf = horizonsAt(now);
  for (const ordered of orderOf(obligations)) {
    const { duty, ends } = ordered;
    if (noun && ruleOf(duty.kind).noun !== noun) continue;
    if (controllerId && duty.controller?.id !== controllerId) continue;
    const horizon = horizonOf(duty, ends);
    groups.get(horizon)?.push(listedOf(ordered, horizon));
  }
  return HORIZONS.filter((horizon) => horizons.includes(horizon)).flatMap(
    (horizon) => groups.get(horizon) ?? [],
  );
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

type Ordered<D extends Duty> = { duty: D; weight: number; ends: Ends; listed: Listed<D> | null };

/** Orders each list once, however often pages ask for it: nothing of it depends on the instant. */
const orders = new WeakMap<readonly Duty[], readonly Ordered<Duty>[]>();

/** Orders what is met with the latest first, and all else by weight, end and subject. */
function orderOf<D extends Duty>(obligations: readonly D[]): readonly Ordered<D>[] {
  const known = orders.get(obligations) as readonly Ordered<D>[] | undefined;
  if (known?.length === obligations.length) return known;
  const ordered: Ordered<D>[] = obligations
    .map((duty) => ({
      ...{ duty, weight: ruleOf(duty.kind).weight, listed: null },
      ends: isDated(duty) ? endsOf(duty.due) : NEVER,
    }))
    .toSorted(compare);
  orders.set(obligations, ordered);
  return ordered;
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
export const OBLIGATION_VIEWS = ["open", "now", "week", "month", "done"] as const;
export type ObligationView = (typeof OBLIGATION_VIEWS)[number];

export const VIEW_HORIZONS: Record<ObligationView, readonly Horizon[]> = {
  open: HORIZONS.filter((horizon) => horizon !== "done"),
  now: PRESSING,
  week: [...PRESSING, "week"],
  month: [...PRESSING, "week", "month"],
  done: ["done"],
};
