import { describe, expect, it } from "vitest";
import { placesOf, reachesOutsideEea, receivingThirdCountry } from "./places";

const TODAY = "2026-11-24";

describe("places of an organisation", () => {
  it.each([
    ["MA", ["MA"], ["MA"], "MA", true],
    ["MA", [], ["MA"], "MA", true],
    ["MA", ["FR"], ["MA", "FR"], "MA", true],
    ["FR", ["FR", "TN"], ["FR", "TN"], null, true],
    ["FR", ["TN", "MA"], ["FR", "TN", "MA"], "TN", true],
    ["FR", [], ["FR"], null, false],
    ["NO", ["DE"], ["NO", "DE"], null, false],
  ])("%s with sites %j", (country, siteCountries, places, receiving, isOutside) => {
    const organisation = { country, siteCountries };
    expect(placesOf(organisation)).toEqual(places);
    expect(receivingThirdCountry(organisation, TODAY)).toBe(receiving);
    expect(reachesOutsideEea(organisation, TODAY)).toBe(isOutside);
  });

  it("follows the United Kingdom out", () => {
    const london = { country: "GB", siteCountries: [] };
    expect(receivingThirdCountry(london, "2020-12-31")).toBeNull();
    expect(receivingThirdCountry(london, "2021-01-01")).toBe("GB");
  });
});
