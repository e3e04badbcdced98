import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { contractWith } from "./contract.fixture";
import { termOn } from "./term";
import { noticeClosesOn } from "./term-end";

describe("noticeClosesOn", () => {
  it.each([
    [3, "months", "2026-12-31", "2026-09-30"],
    [1, "months", "2026-12-31", "2026-11-30"],
    [1, "months", "2027-02-28", "2027-01-31"],
    [30, "days", "2026-12-31", "2026-12-01"],
    [1, "days", "2026-12-31", "2026-12-30"],
  ] as const)("%i %s before %s: %s", (noticeCount, noticeUnit, ends, closes) => {
    expect(noticeClosesOn({ noticeCount, noticeUnit }, ends)).toBe(closes);
  });

  it("closes on no day where none was agreed", () => {
    expect(noticeClosesOn({ noticeCount: null, noticeUnit: "months" }, "2026-12-31")).toBeNull();
  });
});

type Change = Parameters<typeof contractWith>[0];
const onDay = (day: string, change: Change = {}, dates = {}) => termOn(contractWith(change, dates), day);

describe("termOn a contract to 31 December 2026 that renews tacitly, three months' notice", () => {
  it.each([
    ["2025-12-31", { kind: "not-begun", begins: "2026-01-01" }],
    ["2026-03-01", { kind: "running", ends: "2026-12-31", renews: true, noticeCloses: "2026-09-30" }],
    ["2026-07-02", { kind: "notice-closing", ends: "2026-12-31", renews: true, noticeCloses: "2026-09-30" }],
    ["2026-09-30", { kind: "notice-closing", ends: "2026-12-31", renews: true, noticeCloses: "2026-09-30" }],
    ["2026-10-01", { kind: "running", ends: "2026-12-31", renews: true, noticeCloses: null }],
    ["2026-12-30", { kind: "running", ends: "2026-12-31", renews: true, noticeCloses: null }],
    ["2026-12-31", { kind: "renews-tomorrow", ends: "2026-12-31", renews: true }],
    ["2027-01-01", { kind: "running", ends: "2027-12-31", renews: true, noticeCloses: "2027-09-30" }],
    ["2029-06-01", { kind: "running", ends: "2029-12-31", renews: true, noticeCloses: "2029-09-30" }],
  ])("on %s", (day, status) => expect(onDay(day)).toEqual(status));

  it.each([
    ["2026-09-30", "2026-12-31"],
    // Notice a day too late for this end counts for the next.
    ["2026-10-01", "2027-12-31"],
  ])("ends, with notice given on %s, on %s", (noticeGivenOn, ends) => {
    const status = (day: string) => onDay(day, {}, { noticeGivenOn });
    expect(status(ends)).toEqual({ kind: "running", ends, renews: false, noticeCloses: null });
    expect(status(addDaysToDay(ends, 1))).toEqual({ kind: "expired", ends });
    if (ends > "2026-12-31") expect(status("2026-12-31")).toMatchObject({ kind: "renews-tomorrow" });
  });
});

describe("termOn", () => {
  const fixed = { term: { renewal: "none" as const } };

  it("expires where nothing renews it, which is not the same as ended", () => {
    expect(onDay("2026-12-31", fixed)).toMatchObject({ kind: "running", renews: false });
    // Nobody read whether it renews: it is not said to go on.
    const unread = { term: { renewal: null, renewalMonths: null } };
    expect(onDay("2027-01-01", unread)).toEqual({ kind: "expired", ends: "2026-12-31" });
    expect(onDay("2027-01-01", fixed)).toEqual({ kind: "expired", ends: "2026-12-31" });
    expect(onDay("2027-01-01", fixed, { endedOn: "2026-12-31" })).toEqual({
      kind: "ended",
      on: "2026-12-31",
    });
  });

  it("has no end where none was agreed", () => {
    expect(onDay("2030-01-01", { term: { endsOn: null } })).toEqual({ kind: "open-ended" });
  });

  it("counts renewals from the first end, so that months do not drift", () => {
    const february = { term: { endsOn: "2027-02-28" } };
    expect(onDay("2028-02-01", february)).toMatchObject({ ends: "2028-02-29" });
    expect(onDay("2029-02-01", february)).toMatchObject({ ends: "2029-02-28" });
  });

  it("never says expired of what renews, nor lets a day go by after the end it names", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 1, max: 36 }),
        (days, renewalMonths) => {
          const day = addDaysToDay("2026-01-01", days);
          const status = onDay(day, { term: { renewalMonths } });
          expect(["running", "notice-closing", "renews-tomorrow"]).toContain(status.kind);
          if ("ends" in status) expect(status.ends >= day).toBe(true);
        },
      ),
    );
  });
});
