import { describe, expect, it } from "vitest";
import { areOtherCompanies } from "./registration";

describe("areOtherCompanies", () => {
  it.each([
    ["", "552 100 554"],
    ["552 100 554", "552100554"],
    ["SIREN 552 100 554", "RCS 552100554"],
    ["552 100 554", "552 100 554 00013"],
    ["FR 12 552100554", "552 100 554 00013"],
    ["HRB 1234", "hrb-1234"],
  ])("finds one company in %j and %j", (one, other) => {
    expect(areOtherCompanies(one, other)).toBe(false);
    expect(areOtherCompanies(other, one)).toBe(false);
  });

  it.each([
    ["552 100 554", "552 100 555"],
    ["552 100 554 00013", "552 100 555 00013"],
    ["HRB 1234", "HRB 12345"],
    ["FR12552100554", "DE552100554"],
  ])("finds two in %j and %j", (one, other) => {
    expect(areOtherCompanies(one, other)).toBe(true);
    expect(areOtherCompanies(other, one)).toBe(true);
  });
});
