import fc from "fast-check";
import { expect, it } from "vitest";
import { anyInstant } from "@/lib/domain/telephone-prospecting/house.fixture";
import { zonesOf } from "@/lib/domain/telephone-prospecting/territories";
import { todayIn } from "@/lib/domain/time/zones";
import { makeDayNumbers } from "./day-numbers";

it("numbers the days on the walls of every zone, and gives equal days as one list", () => {
  const zones = zonesOf([]);
  const daysOf = makeDayNumbers(zones);
  fc.assert(
    fc.property(anyInstant, (at) => {
      const days = zones.map((zone) => Date.parse(`${todayIn(zone, at)}T00:00:00Z`) / 86_400_000);
      expect(daysOf(at)).toEqual(days);
      expect(daysOf(Math.floor(at / 60_000) * 60_000)).toBe(daysOf(at));
    }),
    { numRuns: 1000 },
  );
});
