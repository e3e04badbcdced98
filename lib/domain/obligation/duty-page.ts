import type { Horizon } from "./due";
import type { Ordered } from "./list";
import type { ReviewWindow } from "./review-windows";
import type { Duty } from "./types";

/** A group of a view: its lines but reviews, in order, and the days of its reviews with their number. */
export type DutyGroup = {
  horizon: Horizon;
  lines: readonly Ordered<Duty>[];
  window: ReviewWindow | null;
  reviews: number;
};

/** Lines of a page within one group, and the reviews that have to be read for them. */
export type DutySlice = {
  group: DutyGroup;
  from: number;
  until: number;
  read: { offset: number; take: number };
};

/** Divides a page of a view among the groups that it touches. */
export function slicesOf(
  groups: readonly DutyGroup[],
  { from, take }: { from: number; take: number },
): DutySlice[] {
  let passed = 0;
  return groups.flatMap((group) => {
    const size = group.lines.length + group.reviews;
    const begin = Math.max(from - passed, 0);
    const end = Math.min(from + take - passed, size);
    passed += size;
    if (begin >= end) return [];
    // Lines of the group come before and among its reviews: so many more of them may be needed.
    const offset = Math.max(begin - group.lines.length, 0);
    return [{ group, from: begin, until: end, read: { offset, take: end - offset } }];
  });
}

/** Number of lines of some groups as they are listed, exercises among them: what asks for an act is counted without them. */
export function countLines(groups: readonly DutyGroup[]): number {
  return groups.reduce((sum, { lines, reviews }) => sum + reviews + lines.length, 0);
}
