import { describe, expect, it } from "vitest";
import { findConsentColumns, findNumberColumns } from "@/lib/domain/choice/consent-heads";
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
    expect(numberCells({ countries: ["FR", "MA"] }).isAmbiguous(written)).toBe(false);
  });

  it.each([
    ["661234567", "212", "+212661234567"],
    ["0661234567", "+212", "+212661234567"],
    ["475123456", "0032", "+32475123456"],
    ["0692123456", "262", "+262692123456"],
    ["771234567", "(221)", "+221771234567"],
    ["0791234567", "41", "+41791234567"],
    ["+212661234567", "33", "+212661234567"],
    ["0612345678", "Maroc", null],
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
