import fc from "fast-check";
import { expect, it } from "vitest";
import {
  AVAILABILITY,
  CONFIDENTIALITY,
  DATA_KINDS,
  IDENTIFICATION,
  INTEGRITY,
  SEVERITY_PARTS,
  severityOf,
  type DataKind,
  type SeverityInput,
} from "./severity";

const CALM: SeverityInput = {
  dataKinds: ["simple"],
  contextAdjustment: 0,
  identification: "maximum",
  confidentiality: "none",
  integrity: "none",
  availability: "none",
  isMalicious: false,
  persons: null,
  isUnintelligible: null,
};

it.each<[string, Partial<SeverityInput>, number, string]>([
  ["names alone, lost for an hour", { availability: "temporary" }, 1.25, "low"],
  [
    "just under two",
    {
      identification: "significant",
      confidentiality: "unknown-number",
      integrity: "recoverable",
      availability: "temporary",
    },
    1.75,
    "low",
  ],
  ["exactly two", { dataKinds: ["behavioural"] }, 2, "medium"],
  [
    "just under three",
    { dataKinds: ["behavioural"], confidentiality: "unknown-number", integrity: "recoverable" },
    2.75,
    "medium",
  ],
  ["exactly three", { dataKinds: ["financial", "simple"] }, 3, "high"],
  [
    "just under four",
    { dataKinds: ["financial"], confidentiality: "unknown-number", availability: "temporary" },
    3.75,
    "high",
  ],
  ["exactly four", { dataKinds: ["sensitive"] }, 4, "very-high"],
  [
    "everything at its worst",
    {
      dataKinds: ["sensitive"],
      confidentiality: "unknown-number",
      integrity: "unrecoverable",
      availability: "permanent",
      isMalicious: true,
    },
    6,
    "very-high",
  ],
  [
    "sensitive data nobody can place",
    { dataKinds: ["sensitive"], identification: "negligible", isMalicious: true },
    1.5,
    "low",
  ],
  [
    "recordings sent to one known stranger",
    { dataKinds: ["behavioural"], identification: "significant", confidentiality: "known-recipients" },
    1.75,
    "low",
  ],
  [
    "passwords that unlock accounts at a bank",
    { dataKinds: ["simple"], contextAdjustment: 2, confidentiality: "unknown-number" },
    3.5,
    "high",
  ],
  ["context lowers no further than one", { dataKinds: ["behavioural"], contextAdjustment: -3 }, 1, "low"],
  ["context raises no further than four", { dataKinds: ["financial"], contextAdjustment: 3 }, 4, "very-high"],
])("%s", (_, stated, score, band) => {
  expect(severityOf({ ...CALM, ...stated })).toMatchObject({ score, band });
});

it("shows its arithmetic", () => {
  const stated = {
    dataKinds: ["financial"],
    identification: "limited",
    confidentiality: "known-recipients",
  } as const;
  expect(severityOf({ ...CALM, ...stated, isMalicious: true, persons: 101, isUnintelligible: true })).toEqual(
    {
      context: 3,
      identification: 0.5,
      circumstances: [0.25, 0, 0, 0.5],
      score: 2.25,
      band: "medium",
      most: { score: 2.25, band: "medium" },
      unknown: [],
      flags: ["persons", "unintelligible"],
    },
  );
});

it("flags more than a hundred persons, and neither a hundred nor what is unknown", () => {
  const flags = (stated: Partial<SeverityInput>) => severityOf({ ...CALM, ...stated })?.flags;
  expect([flags({ persons: 100 }), flags({}), flags({ isUnintelligible: false })]).toEqual([[], [], []]);
});

it("presumes nothing where no kind of data is named", () => {
  expect(severityOf({ ...CALM, dataKinds: [] })).toBeNull();
});

it("says between which scores it lies where something is unknown, and of nothing else", () => {
  const unknown = {
    identification: null,
    confidentiality: null,
    integrity: null,
    availability: null,
    isMalicious: null,
  };
  const found = severityOf({ ...CALM, ...unknown, dataKinds: ["simple"] });
  expect(found).toMatchObject({
    score: 0.25,
    band: "low",
    most: { score: 3, band: "high" },
    unknown: SEVERITY_PARTS,
  });
  const known = severityOf({ ...CALM, dataKinds: ["simple"] })!;
  expect(known.unknown).toEqual([]);
  expect(known.most).toEqual({ score: known.score, band: known.band });
});

it("never falls when any of its inputs rises", () => {
  const keys = <T extends object>(table: T) => fc.constantFrom(...(Object.keys(table) as (keyof T)[]));
  const input = fc.record({
    dataKinds: fc.array(keys(DATA_KINDS), { minLength: 1 }),
    contextAdjustment: fc.constantFrom(-3, -2, -1, 0, 1, 2, 3),
    identification: keys(IDENTIFICATION),
    confidentiality: keys(CONFIDENTIALITY),
    integrity: keys(INTEGRITY),
    availability: keys(AVAILABILITY),
    isMalicious: fc.boolean(),
    persons: fc.constant(null),
    isUnintelligible: fc.constant(null),
  }) as fc.Arbitrary<SeverityInput>;
  fc.assert(
    fc.property(input, keys(DATA_KINDS), (stated, more: DataKind) => {
      const { score } = severityOf(stated)!;
      const worse = {
        dataKinds: [...stated.dataKinds, more],
        isMalicious: true,
        identification: "maximum",
      } as const;
      expect(severityOf({ ...stated, ...worse })!.score).toBeGreaterThanOrEqual(score);
      expect(score).toBeGreaterThanOrEqual(0.25);
      expect(score).toBeLessThanOrEqual(6);
    }),
  );
});
