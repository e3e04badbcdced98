import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HORIZONS } from "./due";
import { countLines, slicesOf } from "./duty-page";
import { groupObligations, listObligations, sliceGroup } from "./list";
import { NOW, ROW } from "./obligation.fixture";
import { planRecordReview } from "./plan-reviews";
import { reviewWindowsAt } from "./review-windows";
import { type Duty, type Obligation, type ObligationKind, obligationOf, onDay } from "./types";

const BOUNDS = { until: "2027-12-29", doneFrom: "2026-08-24" };
const anyDay = fc
  .integer({ min: -60, max: 390 })
  .map((days) => new Date(NOW + days * 86_400_000).toISOString().slice(0, 10));
const anyKind = fc.constantFrom<ObligationKind[]>("transfer.review", "measure.review", "record.draft");

const anyReviews = fc
  .uniqueArray(fc.record({ id: fc.nat(60), day: anyDay, isDone: fc.boolean() }), { selector: ({ id }) => id })
  .map((rows) =>
    rows.flatMap(({ id, day, isDone }) => {
      const row = { ...ROW, subject: { id: `entry-${id}`, reference: `T-${id % 7}` } };
      const isPast = day <= "2026-11-24";
      const [reviewDueOn, reviewedOn] =
        isDone && isPast && day >= BOUNDS.doneFrom ? [null, day] : [day, null];
      return planRecordReview({ row, activity: "", reviewDueOn, reviewedOn });
    }),
  );
const anyOthers = fc
  .uniqueArray(fc.record({ id: fc.nat(40), day: anyDay, kind: anyKind, isDone: fc.boolean() }), {
    selector: ({ id }) => id,
  })
  .map((rows) =>
    rows.map(({ id, day, kind, isDone }): Obligation => {
      const row = { ...ROW, subject: { id: `row-${id}`, reference: `T-${id % 5}` } };
      return obligationOf(row, kind, onDay(day), { doneAt: isDone ? NOW - id * 3_600_000 : null });
    }),
  );

/** Reviews of each group as an index has them: those of its days, in the order of the list. */
function readReviews(reviews: readonly Obligation[]) {
  const listed = listObligations(reviews, { now: NOW });
  const windows = reviewWindowsAt(NOW, BOUNDS);
  return (horizon: (typeof HORIZONS)[number]) => {
    if (!Object.hasOwn(windows, horizon)) return [];
    const { column, from, until } = windows[horizon as keyof typeof windows];
    return listed.filter(({ due, doneAt }) => {
      if (due.type !== "day" || (column === "reviewed") !== (doneAt !== null)) return false;
      return (from === null || due.day >= from) && (until === null || due.day <= until);
    });
  };
}

describe("a page whose reviews are read apart", () => {
  it("is that part of the whole list, wherever it begins", () => {
    fc.assert(
      fc.property(anyReviews, anyOthers, fc.integer({ min: 1, max: 9 }), (reviews, others, take) => {
        const whole = listObligations([...others, ...reviews], { now: NOW });
        const grouped = groupObligations(others, { now: NOW });
        const reviewsOf = readReviews(reviews);
        const groups = HORIZONS.map((horizon) => ({
          horizon,
          lines: grouped.get(horizon) ?? [],
          window: null,
          reviews: reviewsOf(horizon).length,
        }));
        expect(countLines(groups)).toBe(whole.length);
        const drilled = groups.map((group) => ({
          ...group,
          lines: group.lines.map((line) => ({ ...line, duty: { ...line.duty, isDrill: true } })),
        }));
        expect(countLines(drilled)).toBe(whole.length);
        for (let from = 0; from < whole.length; from += take) {
          const rows = slicesOf(groups, { from, take }).flatMap(({ group, read, ...part }) => {
            const { horizon, lines } = group;
            const duties = reviewsOf(horizon).slice(read.offset, read.offset + read.take);
            return sliceGroup<Duty>(lines, { skipped: read.offset, duties }, { horizon, ...part });
          });
          expect(rows).toEqual(whole.slice(from, from + take));
        }
      }),
    );
  });
});
