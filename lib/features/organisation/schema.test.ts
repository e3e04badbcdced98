import { describe, expect, it } from "vitest";
import { sectionSaveSchema } from "./schema";

const issuesOf = (section: string, stated: Record<string, unknown>) =>
  (sectionSaveSchema.safeParse({ section, version: "1", ...stated }).error?.issues ?? []).map(
    ({ path, message }) => [path.join("."), message],
  );
const valueOf = (section: string, stated: Record<string, unknown>) =>
  sectionSaveSchema.parse({ section, version: "1", ...stated }).values;

const NAMED = {
  euRepresentative: "Cabinet Ferrand",
  euRepresentativeContact: "Lyon",
  euRepresentativeCountry: "FR",
};

describe("sectionSaveSchema", () => {
  it.each([
    ["identity", { legalName: "A", country: "MA", ice: "123" }, [["ice", "ice"]]],
    ["identity", { legalName: "A", country: "MA", ice: "001 524 896 000 047" }, []],
    ["dpo", { dpoEmail: "dpo@centre" }, [["dpoEmail", "email"]]],
    ["reach", {}, [["gdprBinding", "required"]]],
    ["domains", { ownDomains: "centre-atlas.ma\ncentre atlas" }, [["ownDomains", "domainMalformed"]]],
    ["domains", { ownDomains: "gmail.com" }, [["ownDomains", "domainPublic"]]],
    ["domains", { ownDomains: "" }, []],
    ["representative", {}, []],
    ["representative", NAMED, []],
    [
      "representative",
      { euRepresentative: "Cabinet Ferrand" },
      [
        ["euRepresentativeContact", "required"],
        ["euRepresentativeCountry", "required"],
      ],
    ],
    [
      "representative",
      { ...NAMED, euRepresentativeExemption: "other" },
      [["euRepresentativeExemption", "representativeOrReason"]],
    ],
    ["representative", { euRepresentativeCountry: "FR" }, [["euRepresentative", "required"]]],
    ["representative", { euRepresentativeExemption: "occasional" }, [["euRepresentativeReason", "required"]]],
    ["representative", { euRepresentativeReason: "Sans objet" }, [["euRepresentativeExemption", "required"]]],
    ["representative", { euRepresentativeMandateOn: "hier" }, [["euRepresentativeMandateOn", "date"]]],
    ["sites", { sites: [{ name: "Siège", country: "" }] }, [["sites.0.country", "country"]]],
    ["sites", { sites: [{ country: "MA", people: "douze" }] }, [["sites.0.people", "people"]]],
    ["sites", { sites: [{ country: "MA", people: "1.5" }] }, [["sites.0.people", "people"]]],
    ["tools", { tools: [{ name: "", supplier: "Nuage SA" }] }, [["tools.0.name", "required"]]],
    ["turnover", {}, []],
    ["turnover", { turnoverAmount: "1,234", turnoverYearEnd: "31/12/2025" }, [["turnoverAmount", "amount"]]],
    [
      "turnover",
      { turnoverAmount: "5" },
      [
        ["turnoverCurrency", "required"],
        ["turnoverYearEnd", "required"],
      ],
    ],
    [
      "turnover",
      { turnoverAmount: "5", turnoverYearEnd: "2025" },
      [
        ["turnoverYearEnd", "day"],
        ["turnoverCurrency", "required"],
      ],
    ],
    ["turnover", { turnoverYearEnd: "31/12/2025" }, [["turnoverAmount", "required"]]],
    [
      "turnover",
      { turnoverAmount: "5", turnoverCurrency: "MAD", turnoverYearEnd: "31/12/2025" },
      [
        ["turnoverRate", "required"],
        ["turnoverRateOn", "required"],
      ],
    ],
  ])("%s %j: %j", (section, stated, issues) => {
    expect(issuesOf(section, stated)).toEqual(issues);
  });

  it("knows its sections and wants a version", () => {
    expect(issuesOf("logo", {})).not.toEqual([]);
    expect(sectionSaveSchema.safeParse({ section: "dpo" }).success).toBe(false);
  });

  it("leaves out the rows that a form sends blank, and the rate of an amount in euros", () => {
    expect(valueOf("tools", { tools: [undefined, { name: "", hostedIn: "" }, { name: "CRM" }] })).toEqual({
      tools: [{ name: "CRM", supplier: "", purpose: "", hostedIn: "", isOutside: false }],
    });
    const euros = {
      turnoverAmount: "5",
      turnoverCurrency: "EUR",
      turnoverRate: "10,7",
      turnoverRateOn: "2/1/2026",
      turnoverYearEnd: "31/12/2025",
    };
    expect(valueOf("turnover", euros)).toMatchObject({ turnoverRate: "", turnoverRateOn: "" });
  });
});
