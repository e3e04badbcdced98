import type { OrgScope } from "@/lib/domain/access/scope";
import { SHOWN_OF_DAY } from "@/lib/domain/obligation/month";
import { type ReviewWindow, reviewWindowsAt } from "@/lib/domain/obligation/review-windows";
import type { Duty } from "@/lib/domain/obligation/types";
import { readerFor } from "@/lib/platform/read/reader";
import type { DutiesAsked } from "./current";
import { REVIEWED, reviewBoundsAt } from "./queries";
import { countReviewDays, findFirstReviews, findReviews } from "./reviews";

/** Most reviews of one day that are listed below its month. */
const MOST_OF_DAY = 1000;

/** Reviews of a month: the first of each day and all of the chosen one, and how many more each day has. */
export async function readMonthReviews(
  scope: OrgScope,
  { now, nouns }: DutiesAsked,
  { days, chosen }: { days: readonly string[]; chosen: string },
): Promise<{ shown: Duty[]; hidden: Map<string, number> }> {
  if (!nouns.includes(REVIEWED)) return { shown: [], hidden: new Map() };
  const reader = readerFor(scope);
  const { later, done } = reviewWindowsAt(now.getTime(), reviewBoundsAt(now));
  const parts = await Promise.all(
    [{ ...later, from: null }, done].map(async (window) => {
      const others = days.filter((day) => day !== chosen && isWithin(day, window));
      const ofDay = { ...window, from: chosen, until: chosen };
      const [counts, first, all] = await Promise.all([
        countReviewDays(reader, window, others),
        findFirstReviews(reader, window, { days: others, take: SHOWN_OF_DAY }),
        days.includes(chosen) && isWithin(chosen, window)
          ? findReviews(reader, ofDay, { offset: 0, take: MOST_OF_DAY })
          : [],
      ]);
      return { counts, shown: [...first, ...all] };
    }),
  );
  const hidden = new Map<string, number>();
  for (const { day, count } of parts.flatMap(({ counts }) => counts))
    hidden.set(day, (hidden.get(day) ?? 0) + Math.max(count - SHOWN_OF_DAY, 0));
  return { shown: parts.flatMap(({ shown }) => shown), hidden };
}

function isWithin(day: string, { from, until }: ReviewWindow): boolean {
  return (from === null || day >= from) && (until === null || day <= until);
}
