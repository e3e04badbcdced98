import fc from "fast-check";
import type { HouseHistory } from "./house-history";
import { ruleOf } from "./statute";
import { EARLY_RULES, type Tightening } from "./tightening";

export const anyInstant = fc.integer({
  min: Date.parse("2019-01-01T00:00:00Z"),
  max: Date.parse("2028-12-31T00:00:00Z"),
});
export const anyDay = anyInstant.map((at) => new Date(at).toISOString().slice(0, 10));

/** Hours of the house, on any minute. */
const clock = fc
  .tuple(fc.integer({ min: 10, max: 19 }), fc.oneof(fc.constantFrom(0, 15, 30, 45), fc.nat(59)))
  .map(([hour, minute]) => `${hour}:${String(minute).padStart(2, "0")}`);

/** Makes a house that asks for anything, with closed days among those given. */
export function houseClosing(day: fc.Arbitrary<string>): fc.Arbitrary<Tightening> {
  return fc
    .record({
      attempts: fc.constantFrom(null, 0, 1, 2, 3, 4),
      opensAt: fc.option(clock),
      closesAt: fc.option(clock),
      weekdays: fc.array(
        fc.record({ day: fc.integer({ min: 1, max: 7 }), from: fc.option(clock), until: fc.option(clock) }),
        { maxLength: 6 },
      ),
      consentMonths: fc.option(fc.integer({ min: 1, max: 12 })),
      closesLocalHolidays: fc.boolean(),
      closedDays: fc.array(day, { maxLength: 4 }),
      early: fc.array(
        fc.tuple(fc.constantFrom(...EARLY_RULES), anyDay).map(([rule, from]) => ({ rule, from })),
        { maxLength: 4 },
      ),
    })
    .map((house) => ({ ...house, early: house.early.filter(({ rule, from }) => from < ruleOf(rule).from) }));
}

export const anyHouse = houseClosing(anyDay);

/** Makes versions of a house that begin at some of the instants given. */
export function historyFrom(
  instant: fc.Arbitrary<number>,
  house: fc.Arbitrary<Tightening>,
): fc.Arbitrary<HouseHistory> {
  return fc
    .array(fc.record({ from: instant, house }), { maxLength: 3 })
    .map((versions) => versions.toSorted((a, b) => a.from - b.from));
}
