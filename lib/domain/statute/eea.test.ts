import { describe, expect, it } from "vitest";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { EEA_MEMBERSHIPS, isInEea } from "./eea";

describe("isInEea", () => {
  it.each([
    ["FR", "2026-11-24", true],
    ["NO", "2026-11-24", true],
    ["LI", "1995-04-30", false],
    ["LI", "1995-05-01", true],
    ["HR", "2013-06-30", false],
    ["HR", "2013-07-01", true],
    ["GB", "2020-12-31", true],
    ["GB", "2021-01-01", false],
    ["GI", "2020-12-31", true],
    ["GI", "2021-01-01", false],
    ["RE", "2026-11-24", true],
    ["NC", "2026-11-24", false],
    ["CH", "2026-11-24", false],
    ["MA", "2026-11-24", false],
    ["CA", "2026-11-24", false],
  ])("%s on %s: %s", (country, on, expected) => {
    expect(isInEea(country, on)).toBe(expected);
  });

  it("counts thirty states today, besides the regions that have a code of their own", () => {
    const regions = ["GF", "GP", "MF", "MQ", "RE", "YT", "AX"];
    const states = EEA_MEMBERSHIPS.filter(
      ({ country }) => !regions.includes(country) && isInEea(country, "2026-11-24"),
    );
    expect(states).toHaveLength(30);
  });

  it("has a calendar of every member of the EEA", () => {
    const members = EEA_MEMBERSHIPS.filter(
      ({ country }) => isInEea(country, "2026-11-26") && country !== "AX",
    );
    const assumed = members.filter(
      ({ country }) => calendarOf({ country, address: "" }, { announced: [], from: "2026-11-26" }).isAssumed,
    );
    expect(assumed).toEqual([]);
  });
});
