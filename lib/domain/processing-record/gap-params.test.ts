import { describe, expect, it } from "vitest";
import { formatGapParams } from "./gap-params";

const words = {
  country: (code: string) => ({ MA: "Maroc", SN: "Sénégal" })[code] ?? code,
  list: (items: string[]) => items.join(" et "),
  date: (value: string) => `le ${value}`,
  measure: (code: string) => `<${code}>`,
  requirement: (requirement: string) => `[${requirement}]`,
  unnamed: "pays à nommer",
};

describe("sayGapParams", () => {
  it.each([
    [{ countries: "MA|SN" }, { countries: "Maroc et Sénégal" }],
    [{ countries: "MA|Interpol" }, { countries: "Maroc et Interpol" }],
    [{ countries: "" }, { countries: "pays à nommer" }],
    [{ measures: "M-004 @two-factors|M-048 Broyeur" }, { measures: "M-004 <two-factors> et M-048 Broyeur" }],
    [
      { standings: "SP-001 Numéria:contract,module-3|SP-002 Sahel:" },
      { standings: "SP-001 Numéria ([contract] et [module-3]) et SP-002 Sahel" },
    ],
    [{ date: "2024-03" }, { date: "le 2024-03" }],
    [
      { date: "", text: "Hors UE" },
      { date: "", text: "Hors UE" },
    ],
  ])("%o", (params, expected) => {
    expect(formatGapParams(params, words)).toEqual(expected);
  });
});
