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
    "Maghreb",
    "le Maghreb",
    "Pays du Maghreb",
    "Afrique du Nord",
    "Afrique de l’Ouest francophone",
    "Afrique",
    "Moyen-Orient",
    "Asie du Sud-Est",
    "Amérique latine",
    "Hors UE (Maghreb)",
    "North Africa",
    "Sub-Saharan Africa",
    "Middle East",
    "MENA",
    "EMEA",
    "Pays du Golfe",
    "المغرب العربي",
    "بلدان المغرب الكبير",
    "شمال إفريقيا",
    "دول الخليج",
    "الشرق الأوسط",
  ])("refuses « %s » as the name of an international organisation", (internationalOrganisation) => {
    expect(namesNoPlace(internationalOrganisation)).toBe(true);
    const gaps = assess(caseWith(sentTo({ country: null, internationalOrganisation })));
    expect(gaps.map(({ rule }) => rule)).toContain("REG-6.unnamed");
  });

  it.each([
    "Interpol",
    "OEB",
    "EPO",
    "Organisation mondiale de la santé",
    "Union africaine",
    "World Bank",
    "Union du Maghreb arabe",
    "Ligue arabe",
    "Banque africaine de développement",
  ])("takes « %s » for a name", (internationalOrganisation) => {
    expect(namesNoPlace(internationalOrganisation)).toBe(false);
    const gaps = assess(caseWith(sentTo({}, { country: null, internationalOrganisation })));
    expect(gaps.map(({ rule }) => rule)).not.toContain("REG-6.unnamed");
  });
});
