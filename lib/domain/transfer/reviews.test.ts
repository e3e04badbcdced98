import fc from "fast-check";
import { expect, it, test } from "vitest";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { planReviews, reviewKey } from "./reviews";

const CANDIDATE = { id: "t", nextReviewOn: "2026-12-31" };

test.each([
  ["2026-11-30", []],
  ["2026-12-01", [30]],
  ["2026-12-23", [30]],
  ["2026-12-24", [7]],
  ["2026-12-31", [0]],
  ["2027-03-01", [0]],
])("on %s: %j", (today, thresholds) => {
  expect(planReviews([CANDIDATE], new Set(), today).map(({ threshold }) => threshold)).toEqual(thresholds);
});

it("tells each threshold once, whatever days a job runs on", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -60, max: 60 }), { maxLength: 30 }), (offsets) => {
      const sent: string[] = [];
      for (const offset of offsets.toSorted((one, other) => one - other)) {
        const due = planReviews([CANDIDATE], new Set(sent), addDaysToDay(CANDIDATE.nextReviewOn, offset));
        sent.push(...due.map(reviewKey));
      }
      expect(new Set(sent).size).toBe(sent.length);
      expect(sent.length).toBeLessThanOrEqual(3);
    }),
  );
});
