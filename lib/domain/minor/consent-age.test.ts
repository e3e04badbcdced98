import { describe, expect, it, test } from "vitest";
import { eeaOn } from "@/lib/domain/statute/eea";
import { CONSENT_AGES, digitalConsentAge, PENDING_AGES, stateOf } from "./consent-age";

test.each([
  ["FR", "2026-11-28", 15],
  ["RE", "2026-11-28", 15],
  ["DE", "2026-11-28", 16],
  ["ES", "2026-11-28", 14],
  ["NO", "2026-11-28", 13],
  ["DK", "2018-05-25", 13],
  ["DK", "2023-12-31", 13],
  ["DK", "2024-01-01", 15],
  ["AX", "2026-11-28", 13],
  ["GB", "2020-12-31", 13],
  ["HR", "2026-11-28", 16],
  ["NC", "2026-11-28", 15],
  ["PM", "2019-06-01", 15],
  ["CZ", "2019-04-23", 16],
  ["CZ", "2019-04-24", 15],
  ["GR", "2019-08-28", 16],
  ["GR", "2019-08-29", 15],
  ["SI", "2023-01-25", 16],
  ["SI", "2023-01-26", 15],
])("in %s on %s: %i", (country, day, age) => {
  expect(digitalConsentAge(country, day)).toEqual({ age, isAssumed: false });
});

test.each([
  [null, "2026-11-28", { age: 16, isAssumed: true }],
  ["FR", "2018-05-24", null],
  ["MA", "2026-11-28", null],
  ["GB", "2021-01-01", null],
  ["NC", "2019-05-31", null],
])("of %s on %s: %j", (country, day, found) => {
  expect(digitalConsentAge(country, day)).toEqual(found);
});

describe("the table", () => {
  it("has every state of the EEA once on each day, within what article 8 allows", () => {
    for (const day of ["2018-05-25", "2023-12-31", "2024-01-01", "2026-11-28"]) {
      const states = [...new Set(eeaOn(day).map(stateOf))].filter((state) => state !== "GI");
      for (const state of states) {
        const rules = CONSENT_AGES.filter(
          ({ country, from, until }) => country === state && from <= day && (until ?? day) >= day,
        );
        expect(rules.map(({ country }) => country)).toEqual([state]);
        expect(rules[0]?.age).toBeGreaterThanOrEqual(13);
        expect(rules[0]?.age).toBeLessThanOrEqual(16);
      }
    }
  });

  it("applies no age that is only announced", () => {
    for (const { country, age } of PENDING_AGES)
      expect(digitalConsentAge(country, "2026-11-28")?.age).not.toBe(age);
  });
});
