import { describe, expect, it } from "vitest";
import { representativeIssue, representativeStatus } from "./representative";

const TODAY = "2026-11-25";
const NONE = {
  country: "MA",
  gdprBinding: "direct-3-2",
  euRepresentative: "",
  euRepresentativeCountry: "",
  euRepresentativeExemption: "",
  euRepresentativeReason: "",
} as const;
const exempt = (euRepresentativeExemption: "contractual-only" | "occasional" | "public-body" | "other") => ({
  euRepresentativeExemption,
  euRepresentativeReason: "Parce que",
});
const named = (euRepresentativeCountry: string) => ({
  euRepresentative: "Cabinet Ferrand",
  euRepresentativeCountry,
});

describe("representativeStanding", () => {
  it.each([
    [{}, "unanswered"],
    [named("FR"), "designated"],
    // EEA agreement: Norway, Iceland and Liechtenstein count as Member States.
    [named("NO"), "designated"],
    [named("GB"), "outside"],
    [named(""), "designated"],
    [exempt("occasional"), "exempt"],
    [exempt("public-body"), "exempt"],
    [exempt("other"), "unanswered"],
    [exempt("contractual-only"), "contradicted"],
    [{ ...exempt("contractual-only"), gdprBinding: "contractual-only" }, "exempt"],
    [{ gdprBinding: "contractual-only" }, "unanswered"],
    [{ gdprBinding: "union-establishment" }, "not-asked"],
    [{ country: "FR" }, "not-asked"],
    [{ country: "FR", ...named("FR") }, "designated"],
    // Typed before reasons had kinds.
    [{ euRepresentativeReason: "Sans objet" }, "exempt"],
  ] as const)("%o: %s", (stated, status) => {
    expect(representativeStatus({ ...NONE, ...stated }, TODAY)).toBe(status);
  });

  it("read at the date of the fact: London stood in a Member State until the end of 2020", () => {
    expect(representativeStatus({ ...NONE, ...named("GB") }, "2020-12-31")).toBe("designated");
    expect(representativeStatus({ ...NONE, ...named("GB") }, "2021-01-01")).toBe("outside");
  });
});

describe("representativeIssue", () => {
  it.each([
    [named("DE"), "direct-3-2", null],
    [named("MA"), "direct-3-2", "notMember"],
    [named("GB"), "contractual-only", "notMember"],
    [exempt("contractual-only"), "contractual-only", null],
    [exempt("contractual-only"), "direct-3-2", "bindingDenies"],
    [exempt("contractual-only"), "union-establishment", "bindingDenies"],
    [exempt("occasional"), "direct-3-2", null],
  ] as const)("%o, bound by %s: %s", (stated, gdprBinding, key) => {
    expect(representativeIssue({ ...NONE, ...stated }, { gdprBinding, on: TODAY })?.key ?? null).toBe(key);
  });
});
