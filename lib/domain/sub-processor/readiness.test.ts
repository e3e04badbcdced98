import { describe, expect, it } from "vitest";
import {
  ARTICLE_OF,
  missingFor,
  USE_REQUIREMENTS,
  type UseRequirement,
  type SubProcessorUse,
} from "./readiness";

const today = "2026-11-26";
const ready: SubProcessorUse = {
  isAuthorised: true,
  isOfScope: true,
  conditions: [],
  hasContract: true,
  countries: ["MA"],
  coveredBy: [],
  laws: ["gdpr"],
  tool: { module: 3, isOpen: true },
  assessedOn: "2026-03-01",
};

describe("missingFor", () => {
  it.each<[string, Partial<SubProcessorUse>, UseRequirement[]]>([
    ["all is there", {}, []],
    ["nobody authorised it", { isAuthorised: false }, ["authorisation"]],
    ["it is no longer what was authorised", { isOfScope: false }, ["scope"]],
    ["changed, and never authorised", { isAuthorised: false, isOfScope: false }, ["authorisation"]],
    ["a condition is open", { conditions: [{ isMet: true }, { isMet: false }] }, ["conditions"]],
    ["its conditions are met", { conditions: [{ isMet: true }] }, []],
    ["no contract of 28(4)", { hasContract: false }, ["contract"]],
    ["nobody said where", { countries: [] }, ["location"]],
    ["Morocco, no tool", { tool: null }, ["module-3"]],
    ["Morocco, a tool with a gap", { tool: { module: 3, isOpen: false } }, ["module-3"]],
    ["Morocco, binding rules", { tool: { module: null, isOpen: true } }, []],
    ["Morocco, not assessed", { assessedOn: null }, ["assessment"]],
    ["Morocco, to be assessed tomorrow", { assessedOn: "2026-11-27" }, ["assessment"]],
    ["in the EEA nothing of chapter V", { countries: ["FR", "NO"], tool: null, assessedOn: null }, []],
    ["an adequate country", { countries: ["CH"], tool: null, assessedOn: null }, []],
    ["one site abroad is enough", { countries: ["FR", "SN"], tool: null }, ["module-3"]],
    [
      "the United States, not shown to be certified",
      { countries: ["US"], tool: null, assessedOn: null },
      ["module-3", "assessment"],
    ],
    [
      "the United States, certified",
      { countries: ["US"], coveredBy: ["US"], tool: null, assessedOn: null },
      [],
    ],
    [
      "certified for one country does not cover another",
      { countries: ["US", "IN"], coveredBy: ["US", "IN"], tool: null, assessedOn: null },
      ["module-3", "assessment"],
    ],
    [
      "an import of a name alone",
      { isAuthorised: false, hasContract: false, countries: [], tool: null, assessedOn: null },
      ["authorisation", "contract", "location"],
    ],
  ])("%s", (_, stated, missing) => {
    expect(missingFor({ ...ready, ...stated }, { today })).toEqual(missing);
  });

  it("a decision that has ended covers nobody", () => {
    const britain = { ...ready, countries: ["GB"], tool: null, assessedOn: null };
    expect(missingFor(britain, { today: "2031-12-27" })).toEqual([]);
    expect(missingFor(britain, { today: "2031-12-28" })).toEqual(["module-3", "assessment"]);
  });

  it("each piece has its article", () => {
    expect(USE_REQUIREMENTS.map((requirement) => ARTICLE_OF[requirement])).not.toContain(undefined);
  });
});
