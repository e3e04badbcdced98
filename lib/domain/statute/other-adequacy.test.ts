import { describe, expect, it } from "vitest";
import { adequacyUnder } from "./other-adequacy";

describe("adequacyUnder", () => {
  it.each([
    ["uk", "MA", null],
    ["uk", "FR", "country"],
    ["uk", "GB", "country"],
    ["uk", "KR", "country"],
    ["uk", "CH", "country"],
    ["uk", "BR", null],
    ["uk", "US", "certified"],
    ["uk", "CA", "sector"],
    ["swiss", "MA", null],
    ["swiss", "DE", "country"],
    ["swiss", "GB", "country"],
    ["swiss", "US", "certified"],
    ["swiss", "JP", null],
  ] as const)("%s: %s is covered: %s", (law, country, reach) => {
    expect(adequacyUnder(law, country, "2026-11-24")?.reach ?? null).toBe(reach);
  });

  it("reads each at its date", () => {
    expect(adequacyUnder("uk", "KR", "2022-12-18")).toBeNull();
    expect(adequacyUnder("swiss", "US", "2024-09-14")).toBeNull();
  });
});
