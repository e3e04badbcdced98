import { describe, expect, it } from "vitest";
import { amendmentWith, contractWith } from "./contract.fixture";
import { bindsUntil, stateOn } from "./in-force";

describe("the end of a term", () => {
  const RENEWED = { renewal: "tacit", renewalMonths: 12, noticeCount: 3, noticeUnit: "months" } as const;
  const extended = (from: string) => amendmentWith({ term: { endsOn: "2028-12-31" } }, from);
  it.each([
    ["on its last day", { renewal: "none" }, {}, [], "2026-12-31", "in-force", "2026-12-31"],
    ["from the day after", { renewal: "none" }, {}, [], "2027-01-01", "expired", "2026-12-31"],
    [
      "of nobody knows how long a renewal",
      { renewalMonths: null },
      {},
      [],
      "2027-01-01",
      "expired",
      "2026-12-31",
    ],
    ["renewed tacitly", RENEWED, {}, [], "2029-05-05", "in-force", null],
    [
      "with notice in time",
      RENEWED,
      { noticeGivenOn: "2026-09-30" },
      [],
      "2027-01-01",
      "expired",
      "2026-12-31",
    ],
    [
      "with notice too late",
      RENEWED,
      { noticeGivenOn: "2026-10-01" },
      [],
      "2027-12-31",
      "in-force",
      "2027-12-31",
    ],
    [
      "the year after notice too late",
      RENEWED,
      { noticeGivenOn: "2026-10-01" },
      [],
      "2028-01-01",
      "expired",
      "2027-12-31",
    ],
    [
      "extended in time",
      { renewal: "none" },
      {},
      [extended("2026-12-01")],
      "2027-06-01",
      "in-force",
      "2028-12-31",
    ],
    [
      "extended from the day after",
      { renewal: "none" },
      {},
      [extended("2027-01-01")],
      "2026-12-31",
      "in-force",
      "2028-12-31",
    ],
    [
      "before an extension that came late",
      { renewal: "none" },
      {},
      [extended("2027-03-01")],
      "2027-02-28",
      "expired",
      "2026-12-31",
    ],
    [
      "since that extension",
      { renewal: "none" },
      {},
      [extended("2027-03-01")],
      "2027-03-01",
      "in-force",
      "2028-12-31",
    ],
    [
      "with an extension nobody signed",
      { renewal: "none" },
      {},
      [amendmentWith({ term: { endsOn: "2028-12-31" } }, "2026-12-01", null)],
      "2027-06-01",
      "expired",
      "2026-12-31",
    ],
    [
      "shortened",
      RENEWED,
      {},
      [amendmentWith({ term: { endsOn: "2026-06-30", renewal: "none" } }, "2026-03-01")],
      "2026-07-01",
      "expired",
      "2026-06-30",
    ],
    ["without a fixed end", { endsOn: null, renewal: "none" }, {}, [], "2040-01-01", "in-force", null],
    [
      "ended before it",
      { renewal: "none" },
      { endedOn: "2026-07-01" },
      [],
      "2027-06-01",
      "ended",
      "2026-06-30",
    ],
    ["never in effect", { renewal: "none" }, { effectiveOn: null }, [], "2027-06-01", "signed", null],
  ] as const)("%s", (_case, term, dates, amendments, day, state, until) => {
    const one = contractWith({ term, amendments: [...amendments] }, dates);
    expect([stateOn(one, day), bindsUntil(one, day)]).toEqual([state, until]);
  });
});
