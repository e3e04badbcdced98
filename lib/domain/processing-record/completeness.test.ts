import { describe, expect, it } from "vitest";
import { assess, gapMessageKey, RULES, summariseGaps } from "./completeness";
import { caseWith, MOROCCO, type Change } from "./examples.fixture";
import { TABLE } from "./rules.fixture";
import { SECTION_FIELDS, SECTIONS } from "./sections";

const rulesOf = (change: Change) => assess(caseWith(change)).map(({ rule }) => rule);

describe("assess", () => {
  it("finds nothing in a complete record", () => {
    expect(assess(caseWith())).toEqual([]);
  });

  it.each(TABLE)("%s", (rule, broken, stored) => {
    expect(rulesOf(broken)).toContain(rule);
    expect(rulesOf(stored)).not.toContain(rule);
  });

  it("has a case for every rule, each under one name", () => {
    const ids = RULES.processor.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(TABLE.map(([rule]) => rule).sort()).toEqual([...ids].sort());
  });

  it.each([
    ["statutory", "union-establishment"],
    ["statutory", "direct-3-2"],
    ["contractual", "contractual-only"],
  ] as const)("binds by %s where the processor is %s", (basis, gdprBinding) => {
    const gaps = assess(caseWith({ content: { operations: [] }, organisation: { gdprBinding } }));
    expect(gaps[0]).toMatchObject({
      code: "REG-5",
      level: "required",
      article: "30(2)(b)",
      field: "operations",
      basis,
    });
  });

  it("never asks for a purpose, a legal basis or a retention period", () => {
    const fields = new Set(RULES.processor.map(({ field }) => field));
    const sections = SECTIONS.processor.flatMap((section): string[] => [...SECTION_FIELDS[section]]);
    expect(
      [...fields, ...sections].filter((field) =>
        /purpose|finalit|legalBas|retention|conserv|joint/i.test(field),
      ),
    ).toEqual([]);
  });
});

describe("summariseGaps", () => {
  it("counts by level and lists codes in the order of the register", () => {
    const gaps = assess(
      caseWith({
        content: {
          operations: [],
          measures: [],
          persons: [],
          destinations: [{ ...MOROCCO, instrument: "none" }],
        },
        organisation: { euRepresentativeAbsentReason: "" },
      }),
    );
    expect(summariseGaps([...gaps].reverse())).toEqual({
      required: 4,
      advisable: 1,
      codes: ["REG-3", "REG-5", "REG-7", "REG-8", "ADV-persons"],
    });
  });
});

describe("gapMessageKey", () => {
  it("has no dot of its own below the namespace", () => {
    expect(gapMessageKey("ADV-review.old")).toBe("gaps.ADV-review_old");
  });
});
