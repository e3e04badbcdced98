import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFrenchNumber } from "@/lib/domain/call-log/french-number";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { numberCells } from "./number-cell";

const FRANCE = { countries: ["FR"] };

describe("numberCells", () => {
  it.each([
    ["0612345678", "", "+33612345678"],
    ["06 12 34 56 78", "", "+33612345678"],
    ["+33612345678", "", "+33612345678"],
    ["0033612345678", "", "+33612345678"],
    ["33612345678", "", "+33612345678"],
    ["612345678", "33", "+33612345678"],
    ["0612345678", "33", "+33612345678"],
    ["690123456", "590", "+590690123456"],
    ["1001", "", null],
    ["anonymous", "", null],
    ["", "", null],
  ])("reads %j after %j as %s", (written, prefix, expected) => {
    expect(numberCells(FRANCE).read(written, prefix)).toBe(expected);
  });

  it("reads a number of a territory overseas that the campaign does not name, as the look-up does", () => {
    expect(numberCells(FRANCE).read("0692 12 34 56", "")).toBe("+262692123456");
    expect(numberCells({ countries: ["FR", "GP"] }).read("0690123456", "")).toBe("+590690123456");
  });

  it("reads a Moroccan number of a Moroccan client, and guesses none that France has too", () => {
    const moroccan = numberCells({ countries: ["MA"] });
    expect(moroccan.read("06 92 12 34 56", "")).toBe("+212692123456");
    const both = numberCells({ countries: ["FR", "MA"] });
    expect(both.read("0692123456", "")).toBeNull();
    expect(both.doubtOf("0692123456")).toBe("ambiguous");
    expect(both.doubtOf("+212692123456")).toBeNull();
    expect(both.doubtOf("zéro")).toBeNull();
    expect(both.read("692123456", "212")).toBe("+212692123456");
    expect(both.read("01 70 18 00 01", "")).toBe("+33170180001");
  });

  it("takes the country that was stated for the whole file", () => {
    const stated = numberCells({ countries: ["FR", "MA"], national: "MA" });
    expect([stated.read("0692123456", ""), stated.doubtOf("0692123456")]).toEqual([
      ...["+212692123456", null],
    ]);
    expect(stated.read("01 70 18 00 01", "")).toBe("+33170180001");
  });

  it("leaves out what is dialled first", () => {
    expect(numberCells(FRANCE, { dialPrefix: "9" }).read("90612345678", "")).toBe("+33612345678");
    expect(numberCells(FRANCE, { dialPrefix: "9" }).read("0612345678", "")).toBe("+33612345678");
  });

  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 8, maxLength: 8 });
  const second = fc.constantFrom(..."123456789");
  const shape = fc.constantFrom("0", "+33", "0033", "33", "", "+33 (0)", "+");

  it("reads every number as libphonenumber does, one of metropolitan France first", () => {
    const { read } = numberCells(FRANCE);
    fc.assert(
      fc.property(shape, second, digits, (before, one, rest) => {
        const text = `${before}${one}${rest}`;
        // The parser gives the codes of territories overseas to metropolitan France.
        fc.pre(!/^0?(?:26|508|59)/.test(text));
        const number = parsePhoneNumberFromString(text, "FR");
        const found = read(text, "");
        if (number?.isValid()) expect(found).toBe(number.number);
        else expect(found?.startsWith("+33") ?? false).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it("settles most of them without it", () => {
    const settled = ["0612345678", "0170180001", "+33478000000", "0744000000", "0600000000"];
    expect(settled.map(readFrenchNumber)).not.toContain(null);
  });
});
