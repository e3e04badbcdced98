import { describe, expect, it } from "vitest";
import { dateAheadIssue } from "./date-issues";
import { MOROCCO } from "./examples.fixture";

const TODAY = "2026-11-28";
const day = (value: string) => ({ value, text: "" });
const sent = (more: Partial<typeof MOROCCO>) => ({ destinations: [MOROCCO, { ...MOROCCO, ...more }] });

describe("dateAheadIssue", () => {
  it.each([
    ["signed tomorrow", sent({ signedOn: day("2026-11-29") }), "destinations.1.signedOn"],
    ["signed next month", sent({ signedOn: day("2026-12") }), "destinations.1.signedOn"],
    ["signed next year", sent({ signedOn: day("2027") }), "destinations.1.signedOn"],
    ["assessed tomorrow", sent({ assessedOn: day("2026-11-29") }), "destinations.1.assessedOn"],
    ["reviewed tomorrow", { reviewedOn: day("2026-11-29") }, "reviewedOn"],
    ["signed today", sent({ signedOn: day(TODAY) }), null],
    ["signed this month", sent({ signedOn: day("2026-11") }), null],
    ["signed this year", sent({ signedOn: day("2026") }), null],
    ["no date", sent({ signedOn: null, assessedOn: null }), null],
  ])("%s", (_, stated, path) => {
    expect(dateAheadIssue({}, stated, TODAY)).toEqual(path && { path, key: "dateAhead" });
  });

  it("keeps nobody from saving beside what stood before", () => {
    const previous = sent({ signedOn: day("2027") });
    expect(dateAheadIssue(previous, previous, TODAY)).toBeNull();
  });
});
