import fc from "fast-check";
import { expect, it, test } from "vitest";
import { houseAt, houseVersionAt, spanOf } from "./house-history";
import { evaluateUnder } from "./house-rules";
import { anyHouse, anyInstant } from "./house.fixture";
import { CLEAN } from "./prospecting.fixture";
import { PROSPECTING_RULES } from "./statute";
import { TERRITORIES, type Territory } from "./territories";
import { nextHouseWindow, NO_TIGHTENING, type Tightening } from "./tightening";

const house = (stated: Partial<Tightening>): Tightening => ({ ...NO_TIGHTENING, ...stated });
const at = (instant: string) => Date.parse(instant);
const two = house({ attempts: 2 });
const three = house({ attempts: 3 });
const history = [
  { from: at("2026-09-01T10:17:00Z"), house: two },
  { from: at("2026-10-01T08:00:00Z"), house: three },
];

test.each([
  ["2026-09-01T10:16:59.999Z", 0, NO_TIGHTENING],
  ["2026-09-01T10:17:00Z", 1, two],
  ["2026-09-30T23:00:00Z", 1, two],
  ["2026-10-01T08:00:00Z", 2, three],
])("at %s version %i is in force", (instant, version, expected) => {
  expect(houseVersionAt(history, at(instant))).toBe(version);
  expect(houseAt(history, at(instant))).toBe(expected);
});

test.each<[Partial<Tightening>[], number]>([
  [[], 30],
  [[{ opensAt: "10:30", closesAt: "19:00" }], 30],
  [[{ opensAt: "10:45" }], 15],
  [[{ opensAt: "10:20" }, { closesAt: "18:50" }], 10],
  [[{ closesAt: "18:45" }, { opensAt: "10:07" }], 1],
])("%j cut spans of %i minutes", (stated, minutes) => {
  const versions = stated.map((one, index) => ({ from: index, house: house(one) }));
  expect(spanOf(versions)).toBe(minutes * 60_000);
});

it("shows open on the floor clock exactly when hours and days of a call break nothing", () => {
  const rules = ["T5a", "T5b", "house-hours", "house-days"];
  fc.assert(
    fc.property(anyInstant, anyHouse, fc.constantFrom<Territory>(...TERRITORIES), (now, own, territory) => {
      const window = nextHouseWindow(own, [territory], now);
      const found = evaluateUnder(own, { at: now, territories: [territory] }, CLEAN, PROSPECTING_RULES);
      const isClosed = found.some(({ rule, verdict }) => rules.includes(rule) && verdict === "broken");
      expect(window !== null && window.from <= now).toBe(!isClosed);
    }),
    { numRuns: 400 },
  );
});
