import { describe, expect, it } from "vitest";
import { isDailyDue } from "./delivery";

const at = (iso: string) => Date.parse(iso);

// Casablanca keeps UTC from 20 September 2026.
describe("isDailyDue", () => {
  it.each([
    ["before eight", null, "2026-12-03T07:59:59Z", false],
    ["at eight", null, "2026-12-03T08:00:00Z", true],
    ["after the letter of the day", "2026-12-03T08:00:00Z", "2026-12-03T23:59:00Z", false],
    ["after a choice earlier in the day", "2026-12-03T07:30:00Z", "2026-12-03T08:00:00Z", true],
    ["after a choice later in the day", "2026-12-03T15:00:00Z", "2026-12-03T16:00:00Z", false],
    ["on the next day, before eight", "2026-12-03T15:00:00Z", "2026-12-04T07:00:00Z", false],
    ["late, where the machine slept", "2026-12-03T08:00:00Z", "2026-12-05T11:00:00Z", true],
  ])("%s", (_, last, now, isDue) => {
    expect(isDailyDue(last === null ? null : at(last), at(now))).toBe(isDue);
  });

  it("follows the clock of Casablanca in summer, an hour ahead of UTC", () => {
    expect(isDailyDue(null, at("2026-07-01T07:00:00Z"))).toBe(true);
    expect(isDailyDue(null, at("2026-07-01T06:59:00Z"))).toBe(false);
  });
});
