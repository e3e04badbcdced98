import { isCalendarDay } from "@/lib/domain/time/calendar-day";

/** A refusal: `field` is the one of the form to mend, "" for none; `key` is the sentence under the noun's refusals. */
export type Refused<Field extends string, Key extends string> = { ok: false; field: Field; key: Key };

export function refused<Field extends string, Key extends string>(
  field: Field,
  key: Key,
): Refused<Field, Key> {
  return { ok: false, field, key };
}

type Table<Kind extends string, State> = Readonly<Record<Kind, { from: readonly State[] }>>;

/** Lists the events possible from a state, in the order of the table. */
export function eventsFrom<Kind extends string, State>(table: Table<Kind, State>, state: State): Kind[] {
  return (Object.keys(table) as Kind[]).filter((kind) => table[kind].from.includes(state));
}

/** Refuses the day of a fact that is none, or is to come: a fact may be past, never ahead. */
export function dayRefusal(on: string, today: string): "notADay" | "future" | null {
  if (!isCalendarDay(on)) return "notADay";
  return on > today ? "future" : null;
}

export type Transition<State> = {
  from: readonly State[];
  to: State;
  /** Evidence wants the reason of whatever stops something or takes back its end. */
  needsReason: boolean;
};

/** Event on a calendar day, "2026-11-24", with its reason; `""` is none. */
export type DatedEvent<Kind> = { kind: Kind; on: string; reason: string };

export type Decision<State> =
  | { ok: true; state: State }
  | Refused<"event", "notFromHere">
  | Refused<"on", "notADay" | "future">
  | Refused<"reason", "reasonMissing">;

/** Makes the life whose events are dated facts of the table alone: what each makes of a state, or why it is refused. */
export function defineLifecycle<Kind extends string, State extends string>(
  table: Readonly<Record<Kind, Transition<State>>>,
) {
  return {
    decide: (state: State, { kind, on, reason }: DatedEvent<Kind>, today: string): Decision<State> => {
      const { from, to, needsReason } = table[kind];
      if (!from.includes(state)) return refused("event", "notFromHere");
      const unfit = dayRefusal(on, today);
      if (unfit) return refused("on", unfit);
      if (needsReason && reason.trim() === "") return refused("reason", "reasonMissing");
      return { ok: true, state: to };
    },
    eventsFrom: (state: State): Kind[] => eventsFrom(table, state),
  };
}
