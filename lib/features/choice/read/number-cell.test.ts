import { describe, expect, it } from "vitest";
import { fold } from "@/lib/domain/text/fold";
import { findConsentColumns, findNumberColumns, findPlaceColumns } from "@/lib/domain/choice/consent-heads";
import { numberCells } from "./number-cell";

const french = numberCells({ countries: ["FR"] });
const NUMBER = "+33612345678";

describe("a cell of a list or a file of consents", () => {
  it.each([
    ...["0612345678", "06.12.34.56.78", "06-12-34-56-78", "06/12/34/56/78", "(06) 12 34 56 78", "612345678"],
    ...["612345678.0", "612345678,00", "33612345678", "0033612345678", "+33 (0)6 12 34 56 78", "'0612345678"],
    ...["tel:+33612345678", "Tél. : 06 12 34 56 78", "Mobile 0612345678", "0612345678 (bureau)"],
    ...["0612345678 x12", "0612345678 poste 12", "\u202a+33612345678\u202c"],
  ])("%j is a number", (written) => expect(french.read(written)).toBe(NUMBER));

  it.each([
    ...["ne pas appeler 0612345678", "0612345678 (décédée)", "0612345678 STOP", "sauf 0612345678"],
    ...[
      "0612345678;0712345678",
      "0612345678 / 0712345678",
      "0612345678, 0712345678",
      "0612345678 ou 0712345678",
    ],
    ...["0612345678\n0712345678", "6,12345678E8", "6.12346E+08", "0612345678 - 0712345678"],
  ])("%j is none: it holds words, or two numbers", (written) => {
    expect(french.read(written)).toBeNull();
    expect(numberCells({ countries: ["FR", "MA"] }).doubtOf(written)).toBeNull();
  });

  it.each([
    ["661234567", "212", "+212661234567"],
    ["0661234567", "+212", "+212661234567"],
    ["475123456", "0032", "+32475123456"],
    ["0692123456", "262", "+262692123456"],
    ["771234567", "(221)", "+221771234567"],
    ["0791234567", "41", "+41791234567"],
    ["+212661234567", "33", "+212661234567"],
    ["0612345678", "Maroc", "+212612345678"],
    ["0612345678", "", NUMBER],
  ])("%j after %j is %s, whatever the countries of the client", (written, prefix, number) => {
    expect(french.read(written, prefix)).toBe(number);
  });
});

describe("heads of numbers", () => {
  it.each([
    [
      ["nom", "telephone", "mobile"],
      [1, 2],
    ],
    [
      ["tel fixe", "portable", "email"],
      [0, 1],
    ],
    [
      ["telephone 1", "telephone 2"],
      [0, 1],
    ],
    [["numero", "telephone"], [1]],
    [["numero", "nom"], [0]],
  ])("%j", (heads, columns) => expect(findNumberColumns(heads)).toEqual(columns));

  it("name the column of country codes", () => {
    expect(findConsentColumns(["indicatif", "telephone"])).toMatchObject({ prefix: 0, number: 1 });
    expect(findConsentColumns(["telephone"])).not.toHaveProperty("prefix");
  });
});

describe("a number beside the country of its row", () => {
  const client = numberCells({ countries: ["FR"] });

  it.each([
    ["0661234567", "Maroc", "+212661234567"],
    ["06 61 23 45 67", "MA", "+212661234567"],
    ["0661234567", "France métropolitaine", "+33661234567"],
    ["0692123456", "La Réunion", "+262692123456"],
    ["0612345678", "La Réunion", "+33612345678"],
    ["0470123456", "Belgique", "+32470123456"],
    ["079 123 45 67", "Suisse", "+41791234567"],
    ["0661234567", "212", "+212661234567"],
    ["661234567", "+212", "+212661234567"],
    ["+212661234567", "Maroc", "+212661234567"],
    ["+33661234567", "Autre", "+33661234567"],
    ["0661234567", "", "+33661234567"],
    ["20 123 456", "Tunisie", "+21620123456"],
  ])("%j in %j is %s", (written, country, number) => {
    expect(client.read(written, "", country)).toBe(number);
    expect(client.doubtOf(written, "", country)).toBeNull();
  });

  it.each([
    ["+33661234567", "", "Maroc"],
    ["01 70 18 00 01", "", "Maroc"],
    ["0661234567", "33", "Maroc"],
    ["0661234567", "", "Autre"],
    ["0661234567", "", "hors UE"],
    ["0661234567", "", "971"],
  ])("%j after %j contradicts %j, which is asked", (written, prefix, country) => {
    expect(client.read(written, prefix, country)).toBeNull();
    expect(client.doubtOf(written, prefix, country)).toBe("country");
  });

  it("is read without it once somebody said that the column is of something else", () => {
    const aside = numberCells({ countries: ["FR"] }, { isCountryAside: true });
    expect(aside.read("0661234567", "", "Maroc")).toBe("+33661234567");
    expect(aside.read("+33661234567", "", "Autre")).toBe("+33661234567");
  });

  it("is no doubt where it is no number of any country", () => {
    expect(client.doubtOf("zéro six", "", "Maroc")).toBeNull();
    expect(client.doubtOf("ne pas appeler 0661234567", "", "Maroc")).toBeNull();
  });

  it.each([
    [["pays", "telephone"], { prefix: null, country: 0 }],
    [["country", "pays du telephone"], { prefix: null, country: 1 }],
    [["phone code", "country code", "phone number"], { prefix: 0, country: 1 }],
    [["indicatif", "telephone"], { prefix: 0, country: null }],
    [["البلد", "الهاتف"], { prefix: null, country: 0 }],
  ])("has columns %j", (heads, columns) => expect(findPlaceColumns(heads.map(fold))).toEqual(columns));
});
