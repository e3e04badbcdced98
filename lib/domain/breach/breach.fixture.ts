import type { Fact, FactKind } from "./facts";

export const T0 = Date.UTC(2026, 10, 24, 9, 40);
export const HOUR = 3_600_000;

/** A fact numbered by its place, recorded an hour after another. */
export function factAt(number: number, kind: FactKind, stated: Partial<Fact> = {}): Fact {
  return {
    id: `f${number}`,
    number,
    kind,
    value: {},
    at: null,
    controllerId: null,
    correctsId: null,
    reason: "",
    recordedAt: T0 + number * HOUR,
    authorName: "Nadia",
    ...stated,
  };
}
