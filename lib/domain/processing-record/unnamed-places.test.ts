import { describe, expect, it } from "vitest";
import { assess } from "./completeness";
import { caseWith, sentTo } from "./examples.fixture";
import { namesNoPlace } from "./unnamed-places";

describe("namesNoPlace", () => {
  it.each([
    "Hors UE",
    "hors U.E.",
    "hors EEE",
    "Hors de l’Union européenne",
    "étranger",
    "à l’étranger",
    "pays tiers",
    "monde",
    "international",
    "Organisation internationale",
    "outside the EU",
    "third countries",
    "خارج الاتحاد الأوروبي",
    "دول ثالثة",
  ])("refuses « %s » as the name of an international organisation", (internationalOrganisation) => {
    expect(namesNoPlace(internationalOrganisation)).toBe(true);
    const gaps = assess(caseWith(sentTo({ country: null, internationalOrganisation })));
    expect(gaps.map(({ rule }) => rule)).toContain("REG-6.unnamed");
  });

  it.each(["Interpol", "OEB", "EPO", "Organisation mondiale de la santé", "Union africaine", "World Bank"])(
    "takes « %s » for a name",
    (internationalOrganisation) => {
      expect(namesNoPlace(internationalOrganisation)).toBe(false);
      const gaps = assess(caseWith(sentTo({}, { country: null, internationalOrganisation })));
      expect(gaps.map(({ rule }) => rule)).not.toContain("REG-6.unnamed");
    },
  );
});
