import { expect, it } from "vitest";
import { instantAt } from "@/lib/domain/time/zones";
import { erasableFrom, isErasable } from "./retention";

const at = (day: string, time = "12:00") => instantAt("Africa/Casablanca", day, time);

it.each([
  ["2026-08-31", 6, "2027-02-28"],
  ["2027-08-31", 6, "2028-02-29"],
  ["2026-01-15", 0, "2026-01-15"],
  ["2026-01-15", 12, "2027-01-15"],
])("closed on %s, erased after %i months from %s", (closed, months, from) => {
  expect(erasableFrom(at(closed), months)).toBe(from);
  expect(isErasable(at(closed), months, at(from, "00:00"))).toBe(true);
  expect(isErasable(at(closed), months, at(from, "00:00") - 1)).toBe(false);
});

it("erases nothing where nobody decided", () => {
  expect(erasableFrom(at("2020-01-01"), null)).toBeNull();
  expect(isErasable(at("2020-01-01"), null, at("2030-01-01"))).toBe(false);
});
