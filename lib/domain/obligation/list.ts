import { itemAt } from "@/lib/domain/invariant/required";
import { endsAt, type Horizon, HORIZONS, horizonsAt, pressesFrom } from "./due";
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
  const groups = new Map<Horizon, D[]>(HORIZONS.map((horizon) => [horizon, []]));
  const horizonOf = horizonsAt(now);
  for (const { duty, end } of orderOf(obligations)) {
    if (noun && ruleOf(duty.kind).noun !== noun) continue;
    if (controllerId && duty.controller?.id !== controllerId) continue;
    groups.get(horizonOf(duty, end))?.push(duty);
  }
  // Puts the latest met first.
  groups.get("done")?.sort((one, other) => (other.doneAt ?? 0) - (one.doneAt ?? 0));
  return HORIZONS.filter((horizon) => horizons.includes(horizon)).flatMap((horizon) =>
    (groups.get(horizon) ?? []).map((duty) => ({ ...duty, horizon })),
  );
}

/** Counts what presses; an exercise is in no figure. */
export function countPressing(obligations: readonly Duty[], now: number): number {
  const instants = pressingInstantsOf(obligations);
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemAt(instants, middle) <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Instants of each list from which its obligations press, ascending: every page of the console asks for their count. */
const pressingInstants = new WeakMap<readonly Duty[], readonly number[]>();

function pressingInstantsOf(obligations: readonly Duty[]): readonly number[] {
  const known = pressingInstants.get(obligations);
  if (known) return known;
  const instants = obligations
    .filter(({ isDrill }) => !isDrill)
    .map(pressesFrom)
    .toSorted((one, other) => one - other);
  pressingInstants.set(obligations, instants);
  return instants;
}

/** Orders each list once, however often pages ask for it: nothing of it depends on the instant. */
const orders = new WeakMap<readonly Duty[], readonly Ordered<Duty>[]>();

/** `end` is the instant of its end; what has none comes after everything that has one. */
type Ordered<D extends Duty> = { duty: D; weight: number; end: number };

function orderOf<D extends Duty>(obligations: readonly D[]): readonly Ordered<D>[] {
  const known = orders.get(obligations) as readonly Ordered<D>[] | undefined;
  if (known?.length === obligations.length) return known;
  const ordered = obligations
    .map((duty) => ({
      duty,
      weight: ruleOf(duty.kind).weight,
      end: isDated(duty) ? endsAt(duty.due) : Number.MAX_SAFE_INTEGER,
    }))
    .toSorted(compare);
  orders.set(obligations, ordered);
  return ordered;
}

function compare(one: Ordered<Duty>, other: Ordered<Duty>): number {
  return other.weight - one.weight || one.end - other.end || compareSubjects(one.duty, other.duty);
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
