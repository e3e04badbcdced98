import { describe, expect, it } from "vitest";
import { assess } from "./completeness";
import { caseWith } from "./examples.fixture";
import { countMentions } from "./mentions";

describe("countMentions", () => {
  it("counts nine of nine in a complete record", () => {
    expect(countMentions(assess(caseWith()))).toEqual({ filled: 9, total: 9, open: [] });
  });

  it("counts six of nine: representative, operations, measures", () => {
    const gaps = assess(
      caseWith({
        content: { activity: "Gestion de la relation client", operations: [], measures: [] },
        organisation: { euRepresentativeAbsentReason: "" },
      }),
    );
    expect(gaps).toHaveLength(3);
    expect(countMentions(gaps)).toEqual({
      filled: 6,
      total: 9,
      open: ["processorRepresentative", "operations", "measures"],
    });
  });

  it("tells the two representatives apart, and leaves advice aside", () => {
    const gaps = assess(caseWith({ controller: { country: "CA" }, content: { persons: [] } }));
    expect(countMentions(gaps).open).toEqual(["controllerRepresentative"]);
  });

  it("counts a mention once however many gaps it has", () => {
    const gaps = assess(caseWith({ controller: { country: null, address: "", contactEmail: "" } }));
    expect(countMentions(gaps).filled).toBe(8);
  });
});
