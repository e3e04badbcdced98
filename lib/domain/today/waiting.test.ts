import { describe, expect, it } from "vitest";
import { contractWith } from "@/lib/domain/contract/contract.fixture";
import type { TransferStatusFacts } from "@/lib/domain/transfer/status";
import { byUrgency, contractPoint, sectionOf, SHOWN, transferPoint } from "./waiting";

describe("contractPoint of a contract to 31 December 2026, three months' notice", () => {
  const renewing = contractWith();
  const fixed = contractWith({ term: { renewal: "none" } });
  it.each([
    ["2026-06-01", null],
    ["2026-07-02", { kind: "notice-closing", day: "2026-09-30" }],
    ["2026-09-30", { kind: "notice-closing", day: "2026-09-30" }],
    ["2026-10-01", null],
  ])("that renews, on %s", (day, point) => expect(contractPoint(renewing, day)).toEqual(point));

  it.each([
    ["2026-12-31", null],
    ["2027-01-01", { kind: "expired", day: "2026-12-31" }],
  ])("that does not, on %s", (day, point) => expect(contractPoint(fixed, day)).toEqual(point));

  it("whose end is recorded asks for nothing", () => {
    const ended = contractWith({ term: { renewal: "none" } }, { endedOn: "2026-12-31" });
    expect(contractPoint(ended, "2027-01-01")).toBeNull();
  });
});

describe("transferPoint on 24 November 2026", () => {
  const RUNNING: TransferStatusFacts = {
    state: "running",
    country: "MA",
    requiredGaps: 0,
    gapCodes: [],
    nextReviewOn: "2027-01-10",
  };
  it.each<[string, Partial<TransferStatusFacts>, unknown]>([
    ["complete", {}, null],
    ["without a tool", { gapCodes: ["tool-missing"], requiredGaps: 1 }, { kind: "barred", day: "" }],
    ["on a void tool", { gapCodes: ["tool-void"], requiredGaps: 1 }, { kind: "barred", day: "" }],
    ["incomplete", { requiredGaps: 1 }, null],
    ["to be reviewed", { nextReviewOn: "2026-11-23" }, { kind: "review-due", day: "2026-11-23" }],
    [
      "incomplete and to be reviewed",
      { requiredGaps: 1, nextReviewOn: "2026-11-23" },
      { kind: "review-due", day: "2026-11-23" },
    ],
    ["reviewed until today", { nextReviewOn: "2026-11-24" }, null],
    ["suspended", { state: "suspended", gapCodes: ["tool-void"], requiredGaps: 1 }, null],
    ["ended", { state: "ended", nextReviewOn: "2026-11-23" }, null],
    ["inside the Union", { country: "FR", gapCodes: ["tool-missing"], requiredGaps: 1 }, null],
  ])("%s", (_what, change, point) => {
    expect(transferPoint({ ...RUNNING, ...change }, "2026-11-24")).toEqual(point);
  });
});

describe("a section", () => {
  const point = (kind: string, day: string) => ({ id: `${kind} ${day}`, of: { kind, day } });
  it("holds what there is something to do about, the most urgent kind and the earliest day first", () => {
    const rows = [
      point("review", "2026-02-01"),
      point("none", ""),
      point("barred", ""),
      point("review", "2026-01-01"),
    ];
    const found = byUrgency(rows, ({ of }) => (of.kind === "none" ? null : of), ["barred", "review"]);
    expect(found.map(({ id }) => id)).toEqual(["barred ", "review 2026-01-01", "review 2026-02-01"]);
  });

  it("shows some and counts all", () => {
    const rows = Array.from({ length: SHOWN + 3 }, (_, id) => ({ id }));
    expect(sectionOf(rows)).toEqual({ rows: rows.slice(0, SHOWN), count: SHOWN + 3 });
  });
});
