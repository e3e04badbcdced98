import { expect, it } from "vitest";
import { callNameDigests } from "./call-name";

const ORG = "01890000-0000-7000-8000-000000000001";
const OTHER = "01890000-0000-7000-8000-000000000002";

it("names a call alike for one organisation, and otherwise for another", () => {
  const digest = callNameDigests(ORG)("1755504000.17");
  expect(callNameDigests(ORG)("1755504000.17")).toBe(digest);
  expect(callNameDigests(OTHER)("1755504000.17")).not.toBe(digest);
  expect(callNameDigests(ORG)("1755504000.18")).not.toBe(digest);
});

it("is a whole number of 48 bits, of any text", () => {
  for (const name of ["", "é", "x".repeat(100)]) {
    const digest = callNameDigests(ORG)(name);
    expect(Number.isSafeInteger(digest)).toBe(true);
    expect(digest).toBeGreaterThan(0);
    expect(digest).toBeLessThan(2 ** 48);
  }
});
