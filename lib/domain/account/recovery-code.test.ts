import fc from "fast-check";
import { expect, it, test } from "vitest";
import { readRecoveryCode, writeRecoveryCode } from "./recovery-code";

it("is read back as it was written, in one run, with blanks or other dashes, in Arabic figures too", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 16, maxLength: 16 }), (figures) => {
      const drawn = [...figures];
      const code = writeRecoveryCode(() => drawn.shift()!);
      expect(code.replaceAll("-", "")).toBe(figures.join(""));
      const arabic = code.replace(/\d/g, (figure) => String.fromCodePoint(0x660 + Number(figure)));
      for (const typed of [code, code.replaceAll("-", ""), ` ${code.replaceAll("-", " – ")}`, arabic])
        expect(readRecoveryCode(typed)).toBe(code);
    }),
  );
});

test.each([
  ["0417 5529 8310 6642", "0417-5529-8310-6642"],
  ["123456", null],
  ["0417-5529-8310-664", null],
  ["0417-5529-8310-66422", null],
  ["0417-5529-8310-664a", null],
  ["", null],
])("%j is read as %j", (typed, code) => {
  expect(readRecoveryCode(typed)).toBe(code);
});
