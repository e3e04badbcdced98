import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFrenchNumber } from "@/lib/domain/call-log/french-number";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { makeNumberReader } from "./number-reader";

describe("makeNumberReader", () => {
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
    expect(makeNumberReader(["FR"])(written, prefix)).toBe(expected);
  });

  it("reads a number without a country in the territories of the campaign", () => {
    expect(makeNumberReader(["FR"])("0690123456", "")).toBeNull();
    expect(makeNumberReader(["FR", "GP"])("0690123456", "")).toBe("+590690123456");
  });

  it("leaves out what is dialled first", () => {
    expect(makeNumberReader(["FR"], "9")("90612345678", "")).toBe("+33612345678");
    expect(makeNumberReader(["FR"], "9")("0612345678", "")).toBe("+33612345678");
  });

  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 8, maxLength: 8 });
  const second = fc.constantFrom(..."123456789");
  const shape = fc.constantFrom("0", "+33", "0033", "33", "", "+33 (0)", "+");

  it("reads every number as libphonenumber does", () => {
    const read = makeNumberReader([]);
    fc.assert(
      fc.property(shape, second, digits, (before, one, rest) => {
        const text = `${before}${one}${rest}`;
        const number = parsePhoneNumberFromString(text, "FR");
        expect(read(text, "")).toBe(number?.isValid() ? number.number : null);
      }),
      { numRuns: 3000 },
    );
  });

  it("settles most of them without it", () => {
    const settled = ["0612345678", "0170180001", "+33478000000", "0744000000", "0600000000"];
    expect(settled.map(readFrenchNumber)).not.toContain(null);
  });
});
