import { describe, expect, it } from "vitest";
import { ADEQUACY_DECISIONS, adequacyOfOrganisationOn, adequacyOn } from "./adequacy";

describe("adequacyOn", () => {
  it.each([
    ["MA", "2026-11-24", null],
    ["SN", "2026-11-24", null],
    ["TN", "2026-11-24", null],
    ["CH", "2026-11-24", "country"],
    ["CA", "2026-11-24", "sector"],
    ["US", "2026-11-24", "certified"],
    ["US", "2023-07-09", null],
    ["GB", "2020-06-01", null], // then still treated as a member
    ["GB", "2021-03-15", "country"],
    ["GB", "2031-12-27", "country"],
    ["GB", "2031-12-28", null],
    ["KR", "2021-12-16", null],
    ["BR", "2026-01-15", null],
    ["BR", "2026-11-24", "country"],
  ])("%s on %s: %s", (country, on, reach) => {
    expect(adequacyOn(country, on)?.reach ?? null).toBe(reach);
  });

  it("knows the one international organisation that has a decision", () => {
    expect(adequacyOfOrganisationOn(" OEB ", "2026-11-24")).not.toBeNull();
    expect(adequacyOfOrganisationOn("OEB", "2025-07-14")).toBeNull();
    expect(adequacyOfOrganisationOn("Interpol", "2026-11-24")).toBeNull();
  });

  it("never has two decisions in force for one country", () => {
    for (const { country, from } of ADEQUACY_DECISIONS) {
      const holding = ADEQUACY_DECISIONS.filter(
        (other) =>
          country !== null &&
          other.country === country &&
          other.from <= from &&
          (other.until ?? "9999") >= from,
      );
      expect(holding.length).toBeLessThanOrEqual(1);
    }
  });
});
