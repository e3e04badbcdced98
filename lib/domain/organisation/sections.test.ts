import { describe, expect, it } from "vitest";
import { siteCountriesOf } from "./profile";
import { changedSections, ORGANISATION_SECTIONS, hasSameSection, SECTION_FIELDS } from "./sections";

describe("changedSections", () => {
  it("names what two versions say otherwise, a field that one did not have yet counting as blank", () => {
    const site = { name: "Siège", country: "MA" };
    expect(changedSections({ legalName: "A" }, { legalName: "A", tools: [], turnoverAmount: "" })).toEqual(
      [],
    );
    expect(changedSections({ legalName: "A" }, { legalName: "B", sites: [site] })).toEqual([
      "identity",
      "sites",
    ]);
    expect(changedSections({ logoId: null }, { logoId: "x" })).toEqual(["logo"]);
  });

  it("leaves the other sections out of a comparison", () => {
    expect(hasSameSection("dpo", { legalName: "A" }, { legalName: "B" })).toBe(true);
    expect(hasSameSection("identity", { legalName: "A" }, { legalName: "B" })).toBe(false);
  });

  it("has each field in one section", () => {
    const fields: string[] = ORGANISATION_SECTIONS.flatMap((section) => [...SECTION_FIELDS[section]]);
    expect(new Set(fields).size).toBe(fields.length);
  });
});

it("takes the countries from the sites, each once and in their order", () => {
  expect(siteCountriesOf(["MA", "FR", "MA", "TN"].map((country) => ({ country })))).toEqual([
    "MA",
    "FR",
    "TN",
  ]);
  expect(siteCountriesOf([])).toEqual([]);
});
