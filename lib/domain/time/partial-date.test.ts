import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { dayFirst, daysInMonth, firstDay, isDayAhead, isPartialDateValue, lastDay } from "./partial-date";
import { partialDateSchema } from "./partial-date-schema";
import { readPartialDate } from "./read-partial-date";

describe("isPartialDateValue", () => {
  it.each(["2023", "2024-03", "2025-02-03", "2024-02-29", "2000-02-29"])("takes %s", (value) => {
    expect(isPartialDateValue(value)).toBe(true);
  });

  it.each([
    "",
    "23",
    "2024-13",
    "2024-00",
    "2025-02-29",
    "1900-02-29",
    "2025-04-31",
    "2025-01-00",
    "mars 2024",
    "2025-2-3",
    "2025-02-03 ",
    "3/2/25",
  ])("refuses %j", (value) => expect(isPartialDateValue(value)).toBe(false));
});

describe("partialDateSchema", () => {
  it("keeps the words a date came from", () => {
    expect(partialDateSchema.parse({ value: "2024-03", text: "mars 2024" })).toEqual({
      value: "2024-03",
      text: "mars 2024",
    });
    expect(partialDateSchema.parse({ value: "2023" })).toEqual({ value: "2023", text: "" });
  });

  it("answers with a message key", () => {
    const answer = partialDateSchema.safeParse({ value: "2025-02-30" });
    expect(answer.error?.issues.map((issue) => issue.message)).toEqual(["date"]);
  });
});

test.each([
  ["2025-12-31", "31/12/2025"],
  ["2024-03", "03/2024"],
  ["2023", "2023"],
  ["mars 2024", "mars 2024"],
  ["2025-02-30", "2025-02-30"],
  ["", ""],
])("%s is typed as %s, and read back", (value, typed) => {
  expect(dayFirst(value)).toBe(typed);
  if (isPartialDateValue(value)) expect(readPartialDate(typed)?.value).toBe(value);
});

describe("what a partial date covers", () => {
  it.each([
    ["2023", "2023-01-01", "2023-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2025-02", "2025-02-01", "2025-02-28"],
    ["2026-11", "2026-11-01", "2026-11-30"],
    ["2025-02-03", "2025-02-03", "2025-02-03"],
  ])("%s goes from %s to %s", (value, first, last) => {
    expect([firstDay({ value, text: "" }), lastDay({ value, text: "" })]).toEqual([first, last]);
  });

  it("is two real dates in order, for any month", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const date = { value: `${year}-${String(month).padStart(2, "0")}`, text: "" };
        expect(isPartialDateValue(firstDay(date)) && isPartialDateValue(lastDay(date))).toBe(true);
        expect(lastDay(date) > firstDay(date)).toBe(true);
        expect(Number(lastDay(date).slice(8))).toBe(daysInMonth(year, month));
      }),
    );
  });
});

describe("isDayAhead", () => {
  it.each([
    ["2026-11-29", true],
    ["2026-11-28", false],
    ["2026-12", true],
    ["2026-11", false],
    ["2027", true],
    ["2026", false],
    ["", false],
    [null, false],
  ])("%s: %s", (value, expected) => {
    expect(isDayAhead(value, "2026-11-28")).toBe(expected);
  });
});
