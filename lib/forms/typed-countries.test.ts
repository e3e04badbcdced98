import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTypedCountry, typedCountries, typedCountry } from "./typed-countries";

const namesIn = (locale: string): [string, string][] =>
  Object.entries(
    JSON.parse(
      readFileSync(join(import.meta.dirname, `../i18n/messages/${locale}/countries.json`), "utf8"),
    ) as Record<string, string>,
  );

test.each(["fr", "en", "ar"])("every country is read by the name that is proposed in %s", (locale) => {
  for (const [value, label] of namesIn(locale))
    expect(readTypedCountry(typedCountry({ value, label })), label).toBe(value);
});

test.each(["fr", "en", "ar"])("and by its name alone in %s", (locale) => {
  const unread = namesIn(locale).filter(([value, label]) => readTypedCountry(label) !== value);
  expect(unread).toEqual([]);
});

test.each([
  [
    "GB",
    "Royaume-Uni, Royaume Uni, U.K., uk, GBR, Britain, Grande-Bretagne, England, Écosse, بريطانيا, بريطانيا العظمى, إنجلترا, " +
      "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord, Vereinigtes Königreich, Großbritannien, Reino Unido, " +
      "Regno Unito, Verenigd Koninkrijk, Gran Bretaña, Groot-Brittannië",
  ],
  [
    "BR",
    "Brésil, BRESIL, Brazil, Brasil, brasile, Brasilien, Brazilië, BRA, البرازيل, جمهورية البرازيل الاتحادية, " +
      "République fédérative du Brésil, Federative Republic of Brazil",
  ],
  ["KR", "République de Corée, Republic of Korea, Corea del Sur, جمهورية كوريا"],
  ["US", "États-Unis d’Amérique, Vereinigte Staaten, Stati Uniti, الولايات المتحدة الأمريكية"],
  ["NZ", "Neuseeland, Nueva Zelanda, Nieuw-Zeeland"],
  ["CH", "Confédération suisse, Zwitserland, Suiza"],
])("%s is read by its other names", (code, names) => {
  const unread = names.split(", ").filter((name) => readTypedCountry(name) !== code);
  expect(unread).toEqual([]);
});

describe("what a form sends", () => {
  test.each([
    [undefined, []],
    ["", []],
    ["Maroc (MA)", ["MA"]],
    [
      ["Royaume-Uni (GB)", "", "maroc", "ma", ""],
      ["GB", "MA"],
    ],
    [
      ["MA", "الهند (IN)"],
      ["MA", "IN"],
    ],
  ])("%j names %j", (sent, codes) => {
    expect(typedCountries.parse(sent)).toEqual(codes);
  });

  test.each([["Casablanca"], ["Atlantide"], ["Maroc (ZZ"]])("%s is no country", (sent) => {
    expect(typedCountries.safeParse(["MA", sent]).error?.issues[0]?.message).toBe("country");
  });
});
