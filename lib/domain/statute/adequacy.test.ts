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
    ["BR", "2026-01-25", null],
    ["BR", "2026-02-10", "country"],
    ["BR", "2026-11-24", "country"],
    ["GI", "2021-01-01", null],
    ["GI", "2026-11-24", null],
    ["JP", "2026-11-24", "sector"],
    ["IL", "2026-11-24", "sector"],
    ["AD", "2010-10-18", null],
    ["FO", "2026-11-24", "country"],
  ])("%s on %s: %s", (country, on, reach) => {
    expect(adequacyOn(country, on)?.reach ?? null).toBe(reach);
  });

  it("knows the one international organisation that has a decision", () => {
    expect(adequacyOfOrganisationOn(" OEB ", "2026-11-24")).not.toBeNull();
    expect(adequacyOfOrganisationOn("OEB", "2025-07-14")).toBeNull();
    expect(adequacyOfOrganisationOn("Interpol", "2026-11-24")).toBeNull();
  });

  it.each([
    "EPO",
    "the EPO",
    "European Patent Organization",
    "European Patent Office (EPO), Munich",
    "l’Office européen des brevets",
    "Organisation Européenne des Brevets – La Haye",
    "OFFICE EUROPEEN DES BREVETS OEB",
    "OEB : Munich",
    "المكتب الأوروبي لبراءات الاختراع",
    "المنظمة الأوروبية لبراءات الاختراع",
    "Europäisches Patentamt",
    "Oficina Europea de Patentes",
    "Ufficio europeo dei brevetti",
    "Europees Octrooibureau",
  ])("knows it as « %s »", (name) => {
    expect(adequacyOfOrganisationOn(name, "2026-11-24")?.reach).toBe("country");
  });

  it.each([
    "",
    "OEBB",
    "Conseil près l’OEB",
    "Office européen de police",
    "OMPI",
    "Brevets",
    "WIPO",
    "OEB, Maroc",
    "OEB et Maroc",
  ])("takes « %s » for somebody else", (name) => {
    expect(adequacyOfOrganisationOn(name, "2026-11-24")).toBeNull();
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
