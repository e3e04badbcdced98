import { describe, expect, it } from "vitest";
import { authorityDuties } from "./authority-duties";
import { factAt } from "./breach.fixture";
import type { FactValue } from "./facts";
import { foldBreach } from "./file";
import { CIRCUMSTANCES, PRECEDENTS } from "./precedent-cases";
import { comparePrecedents, precedentStandings } from "./precedents";

const scored = (changes: Partial<NonNullable<FactValue["severity"]>> = {}) => ({
  severity: {
    dataKinds: ["simple" as const],
    contextAdjustment: 0,
    identification: "limited" as const,
    confidentiality: "none" as const,
    integrity: "none" as const,
    availability: "none" as const,
    isMalicious: true,
    ...changes,
  },
});
const compared = (circumstance: FactValue["circumstance"], ...more: [FactValue?, FactValue["protection"]?]) =>
  comparePrecedents(
    foldBreach([
      factAt(1, "circumstance", { value: { circumstance } }),
      ...(more[0] ? [factAt(2, "severity-input", { value: more[0] })] : []),
      ...(more[1] ? [factAt(3, "protection", { value: { protection: more[1] } })] : []),
    ]),
    null,
  );

describe("the examples of EDPB 01/2021", () => {
  it("are eighteen, each circumstance among them, with the outcomes of the guidelines", () => {
    const told = (of: (one: (typeof PRECEDENTS)[number]) => boolean) =>
      PRECEDENTS.filter(of).map(({ id }) => id);
    expect(PRECEDENTS.map(({ id }) => id)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    expect(told(({ isAuthorityTold }) => !isAuthorityTold)).toEqual([1, 6, 9, 10, 13, 15]);
    expect(told(({ isAuthorityTold, arePersonsTold }) => isAuthorityTold && !arePersonsTold)).toEqual([
      2, 8, 16,
    ]);
    expect(CIRCUMSTANCES.every((one) => PRECEDENTS.some(({ circumstance }) => circumstance === one))).toBe(
      true,
    );
  });

  it("are compared with nothing while nobody names the circumstance", () => {
    expect(comparePrecedents(foldBreach([factAt(1, "severity-input", { value: scored() })]), null)).toEqual(
      [],
    );
  });

  it("come nearest first, and with the nearest of another outcome beside it", () => {
    const found = compared("ransomware", scored({ availability: "temporary" }), "encrypted-key-safe");
    expect(found).toEqual([
      { id: 1, isAuthorityTold: false, arePersonsTold: false, differs: [], unknown: [] },
      { id: 2, isAuthorityTold: true, arePersonsTold: false, differs: ["isUnintelligible"], unknown: [] },
    ]);
  });

  it("name what differs and what is not known", () => {
    const [only] = compared(
      "impersonation",
      scored({ dataKinds: ["sensitive"], confidentiality: "unknown-number" }),
    );
    expect(only).toMatchObject({ id: 17, differs: ["data"], unknown: ["isUnintelligible"] });
  });

  it("guide under the GDPR, bind nobody in Britain, and meet another threshold in Switzerland", () => {
    const of = (country: string) =>
      precedentStandings(
        authorityDuties(
          { country, establishments: [], targeting: "no", targetCountries: [], clientRole: "controller" },
          "2026-11-30",
        ),
      );
    expect([of("FR"), of("GB"), of("CH"), of("MA")]).toEqual([
      ["guidance"],
      ["not-binding"],
      ["high-risk"],
      [],
    ]);
  });
});
