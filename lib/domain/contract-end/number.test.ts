import { expect, it } from "vitest";
import { certificateNumber } from "./number";

it.each([
  [{ year: 2026, counter: 7 }, "CERT-2026-007"],
  [{ year: 2027, counter: 1234 }, "CERT-2027-1234"],
])("%j is %s", (of, number) => {
  expect(certificateNumber(of)).toBe(number);
});
