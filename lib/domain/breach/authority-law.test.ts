import { describe, expect, it } from "vitest";
import { authorityLawOf, hasAuthorityClock } from "./authority-law";

const on = "2026-11-26";
const of = (country: string | null, representative = "") => authorityLawOf({ country, representative }, on);

describe("authorityLawOf", () => {
  it.each([
    ["FR", "", "gdpr"],
    ["NO", "", "gdpr"],
    ["GB", "", "uk-gdpr"],
    ["CH", "", "none"],
    ["MA", "", "none"],
    ["MA", "néant", "none"],
    ["MA", "Cabinet Delorme, Paris", "gdpr"],
    ["CH", "Delorme SAS, 75002 Paris", "gdpr"],
    [null, "", "unknown"],
  ] as const)(
    "a controller in %s with the representative « %s » is bound by %s",
    (country, representative, law) => expect(of(country, representative)).toBe(law),
  );
  it("applies the Union's law in Britain until the end of the transition", () => {
    expect(authorityLawOf({ country: "GB", representative: "" }, "2020-12-31")).toBe("gdpr");
  });
  it("runs 72 hours under these two laws alone", () => {
    expect((["gdpr", "uk-gdpr", "none", "unknown"] as const).map(hasAuthorityClock)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
