import { describe, expect, it } from "vitest";
import { listObligations } from "./list";
import { addToMonth, monthOf, weeksOf } from "./month";
import { NOW, ROW } from "./obligation.fixture";
import { obligationOf, onDay, since } from "./types";

describe("weeksOf", () => {
  it.each([
    ["2026-11", "2026-10-26", "2026-12-06", 6],
    ["2027-02", "2027-02-01", "2027-02-28", 4],
    ["2026-12", "2026-11-30", "2027-01-03", 5],
  ])("%s goes from Monday %s to Sunday %s", (month, first, last, weeks) => {
    const days = weeksOf(month).flat();
    expect([days[0], days.at(-1), days.length / 7]).toEqual([first, last, weeks]);
  });
});

it("a month has each entry on its day, and nothing that has no day", () => {
  const planned = [
    obligationOf(ROW, "transfer.review", onDay("2026-11-30")),
    obligationOf(ROW, "measure.review", onDay("2026-12-01")),
    obligationOf(ROW, "thread.answer", since(NOW)),
  ];
  const days = monthOf("2026-11", listObligations(planned, { now: NOW })).flat();
  const filled = days.filter(({ entries }) => entries.length > 0);
  expect(filled.map(({ day, isInMonth, entries }) => [day, isInMonth, entries[0]!.kind])).toEqual([
    ["2026-11-30", true, "transfer.review"],
    ["2026-12-01", false, "measure.review"],
  ]);
});

it.each([
  ["2026-11", 2, "2027-01"],
  ["2026-01", -1, "2025-12"],
])("%s and %i months", (month, months, expected) => expect(addToMonth(month, months)).toBe(expected));
