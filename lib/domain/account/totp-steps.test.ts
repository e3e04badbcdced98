import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { openSteps, readTotpCode, stepAt } from "./totp-steps";

const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [0, 0],
  [29.999, 0],
  [30, 1],
  // The instants of RFC 6238, appendix B.
  [59, 0x1],
  [1_111_111_109, 0x23523ec],
  [1_111_111_111, 0x23523ed],
  [1_234_567_890, 0x273ef07],
  [2_000_000_000, 0x3f940aa],
  [20_000_000_000, 0x27bc86aa],
])("%d s stands in step %d", (seconds, step) => {
  expect(stepAt(at(seconds))).toBe(step);
});

describe("openSteps", () => {
  test.each([
    ["nothing used yet", null, [10, 9, 11]],
    ["the one before used", 9, [10, 11]],
    ["this one used", 10, [11]],
    ["the next one used, by a fast clock", 11, []],
    ["one long ago", 3, [10, 9, 11]],
  ])("%s", (_, lastUsed, open) => {
    expect(openSteps(at(10 * 30 + 12), lastUsed)).toEqual(open);
  });

  it("never opens a used step again, whatever the clock does", () => {
    fc.assert(
      fc.property(fc.nat(4_000_000_000), fc.integer({ min: -5, max: 5 }), (seconds, back) => {
        const used = stepAt(at(seconds));
        expect(openSteps(at(Math.max(0, seconds + back * 30)), used).every((step) => step > used)).toBe(true);
      }),
    );
  });

  it("accepts a code for ninety seconds at the most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 90, max: 4_000_000_000 }), (seconds) => {
        const open = openSteps(at(seconds), null);
        expect(Math.max(...open) - Math.min(...open)).toBe(2);
        expect(open[0]).toBe(stepAt(at(seconds)));
      }),
    );
  });
});

test.each([
  ["123456", "123456"],
  [" 123 456 ", "123456"],
  ["123-456", "123456"],
  ["١٢٣٤٥٦", "123456"],
  ["۰۱۲۳۴۵", "012345"],
  ["12345", null],
  ["1234567", null],
  ["12345a", null],
  ["", null],
])("%j is read as %j", (typed, code) => {
  expect(readTotpCode(typed)).toBe(code);
});
