import fc from "fast-check";
import { expect, it, test } from "vitest";
import { readRecoveryCode, RECOVERY_CODE_BYTES, writeRecoveryCode } from "./recovery-code";

const bytes = fc.uint8Array({ minLength: RECOVERY_CODE_BYTES, maxLength: RECOVERY_CODE_BYTES });

it("is read back as it was written, in capitals, in one run or with other dashes too", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = writeRecoveryCode(random);
      expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
      for (const typed of [
        code,
        code.toUpperCase(),
        code.replaceAll("-", ""),
        ` ${code.replaceAll("-", " – ")}`,
      ])
        expect(readRecoveryCode(typed)).toBe(code);
    }),
  );
});

it("takes every sign of its alphabet alike", () => {
  const all = Array.from({ length: 256 }, (_, byte) => writeRecoveryCode(new Uint8Array(12).fill(byte))[0]!);
  const counts = new Map<string, number>();
  for (const sign of all) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8));
});

test.each([
  ["O1Li-0000-0000", "0111-0000-0000"],
  ["123456", null],
  ["uuuu-uuuu-uuuu", null],
  ["7k2m-x9qd-04h", null],
  ["7k2m-x9qd-04ht-z", null],
  ["", null],
])("%j is read as %j", (typed, code) => {
  expect(readRecoveryCode(typed)).toBe(code);
});
