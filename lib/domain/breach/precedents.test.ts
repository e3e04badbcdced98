import { describe, expect, it } from "vitest";
import { authorityDuties } from "./authority-duties";
import { factAt } from "./breach.fixture";
import type { FactValue } from "./facts";
import { foldBreach } from "./file";
import { CIRCUMSTANCES, PRECEDENTS } from "./precedent-cases";
import { agreeingFeatures, comparePrecedents, precedentStandings } from "./precedents";

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

  it("compare one controller among several by its own share's kind of data, and a sole one by the whole's", () => {
    const place = (number: number, controllerId: string) =>
      factAt(number, "controller-confirmed", { controllerId });
    const facts = [
      factAt(1, "circumstance", { value: { circumstance: "ransomware" } }),
      factAt(2, "severity-input", { value: scored({ dataKinds: ["sensitive"] }) }),
      place(3, "own"),
    ];
    const unknownOf = (more: typeof facts) =>
      comparePrecedents(foldBreach([...facts, ...more]), "own").map(({ unknown }) =>
        unknown.includes("data"),
      );
    const share = factAt(5, "severity-input", { value: scored(), controllerId: "own" });
    expect(new Set(unknownOf([]))).toEqual(new Set([false]));
    expect(new Set(unknownOf([place(4, "other")]))).toEqual(new Set([true]));
    expect(new Set(unknownOf([place(4, "other"), share]))).toEqual(new Set([false]));
  });

  it("differ in nothing that nobody stated: who may have seen the data is unknown", () => {
    const severity = { dataKinds: ["financial" as const], contextAdjustment: 0 };
    const [nearest] = compared("impersonation", { severity });
    expect(nearest).toMatchObject({ id: 17, differs: [] });
    expect(nearest?.unknown).toContain("confidentiality");
  });

  it("come nearest first, and with the nearest of another outcome beside it", () => {
    const found = compared("ransomware", scored({ availability: "temporary" }), "encrypted-key-safe");
    expect(found).toEqual([
      {
        id: 1,
        isAuthorityTold: false,
        arePersonsTold: false,
        differs: [],
        unknown: [],
        agreed: ["data", "confidentiality", "availability", "isUnintelligible"],
      },
      {
        id: 2,
        isAuthorityTold: true,
        arePersonsTold: false,
        differs: ["isUnintelligible"],
        unknown: ["persons"],
        agreed: ["data", "confidentiality", "availability"],
      },
    ]);
  });

  it("name what differs and what is not known", () => {
    const [only] = compared(
      "impersonation",
      scored({ dataKinds: ["sensitive"], confidentiality: "unknown-number" }),
    );
    expect(only).toMatchObject({ id: 17, differs: ["data"], unknown: ["isUnintelligible", "persons"] });
  });

  it.each([
    ["impersonation", 17, 12, { differs: [], agreed: ["persons"] }],
    ["impersonation", 17, 101, { differs: ["persons"], agreed: [] }],
    // The summary seen of the example gives no number.
    ["paper", 12, 5000, { differs: [], agreed: [] }],
  ] as const)("compare the number of persons: %s", (circumstance, id, count, expected) => {
    const facts = [
      factAt(1, "circumstance", { value: { circumstance } }),
      factAt(2, "persons", { value: { count } }),
    ];
    expect(comparePrecedents(foldBreach(facts), null)).toMatchObject([{ id, ...expected }]);
  });

  it("take the number of one controller's own part alone, where several are affected", () => {
    const facts = [
      factAt(1, "circumstance", { value: { circumstance: "impersonation" } }),
      factAt(2, "persons", { value: { count: 5000 } }),
      factAt(3, "controller-confirmed", { controllerId: "own" }),
      factAt(4, "controller-confirmed", { controllerId: "other" }),
    ];
    expect(comparePrecedents(foldBreach(facts), "own")[0]!.unknown).toContain("persons");
    const share = factAt(5, "persons", { value: { count: 4 }, controllerId: "own" });
    expect(comparePrecedents(foldBreach([...facts, share]), "own")[0]!.agreed).toEqual(["persons"]);
  });

  it("agree in what was compared alone", () => {
    expect(agreeingFeatures({ differs: ["data"], unknown: ["availability"] })).toEqual([
      "confidentiality",
      "isUnintelligible",
    ]);
    const [only] = compared("mailbox");
    expect(agreeingFeatures(only!)).toEqual([]);
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
