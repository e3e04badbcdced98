import { describe, expect, it, test } from "vitest";
import { stepOfCode, totpAddress } from "./totp";

// RFC 6238, appendix B: the ASCII key "12345678901234567890", its last six digits.
const KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at %d s the code is %s", (seconds, code) => {
  expect(stepOfCode(code, { key: KEY, lastStep: null, now: at(seconds) })).toBe(Math.floor(seconds / 30));
});

describe("stepOfCode", () => {
  const code = "287082";
  it.each([
    [30, 1],
    [59, 1],
    [89, 1],
    [90, null],
  ])("takes it at %d s as step %s", (seconds, step) => {
    expect(stepOfCode(code, { key: KEY, lastStep: null, now: at(seconds) })).toBe(step);
  });

  it("takes no code twice", () => {
    expect(stepOfCode(code, { key: KEY, lastStep: 1, now: at(59) })).toBeNull();
    expect(stepOfCode(code, { key: KEY, lastStep: 0, now: at(59) })).toBe(1);
  });

  it("refuses what is no code at all", () => {
    for (const typed of ["", "1", "28708", "2870820"])
      expect(stepOfCode(typed, { key: KEY, lastStep: null, now: at(59) })).toBeNull();
  });
});

test("the address names issuer, account and key, as applications read it", () => {
  const address = new URL(totpAddress(KEY, "Amana (Centre: Atlas)", "salma@centre.example"));
  expect(address.protocol + "//" + address.host).toBe("otpauth://totp");
  expect(decodeURIComponent(address.pathname)).toBe("/Amana (Centre  Atlas):salma@centre.example");
  expect(address.searchParams.get("issuer")).toBe("Amana (Centre  Atlas)");
  expect(address.searchParams.get("secret")).toBe(KEY);
});
