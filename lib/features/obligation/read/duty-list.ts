import type { OrgScope } from "@/lib/domain/access/scope";
import type { ReviewsKept } from "@/lib/domain/assignment/book";
import { HORIZONS, type Horizon } from "@/lib/domain/obligation/due";
import { type DutyGroup, slicesOf } from "@/lib/domain/obligation/duty-page";
import { groupObligations, type Listed, type Ordered, sliceGroup } from "@/lib/domain/obligation/list";
import { type ReviewWindow, reviewWindowsAt } from "@/lib/domain/obligation/review-windows";
import type { ObligationNoun } from "@/lib/domain/obligation/rules";
import type { Duty } from "@/lib/domain/obligation/types";
import { COUNT_LIMIT } from "@/lib/platform/read/list-page";
import { readerFor } from "@/lib/platform/read/reader";
import { type DutiesAsked, readCurrentDuties } from "./current";
import { REVIEWED, reviewBoundsAt } from "./queries";
import { countReviews, findReviews } from "./reviews";

/** `keeps` and `kept` narrow lines, and reviews, by who has them. */
export type DutyFilter = {
  noun?: ObligationNoun;
  controllerId?: string;
  keeps?: (duty: Duty) => boolean;
  kept?: ReviewsKept | null;
};
type Page = { from: number; take: number };

/** A part of a view beside the groups of the list: lines of one group, and the days of its reviews. */
export type DutyPart = {
  horizon: Horizon;
  has: (line: Ordered<Duty>) => boolean;
  window: Pick<ReviewWindow, "from" | "until">;
};

/**
 * Reads the groups of the list, each with the number of its reviews, and other parts of some of them. A number stops at a
 * thousand or where the page ends, so that no page counts a whole register.
 */
export async function readDutyGroups<Part extends string = never>(
  scope: OrgScope,
  asked: DutiesAsked,
  { filter, page, parts }: { filter: DutyFilter; page: Page; parts?: Readonly<Record<Part, DutyPart>> },
): Promise<Record<Horizon | Part, DutyGroup>> {
  const now = asked.now.getTime();
  const windows = windowsOf(asked, filter, parts);
  const limit = Math.max(COUNT_LIMIT, page.from + page.take) + 1;
  const { controllerId, keeps, kept } = filter;
  const [duties, counts] = await Promise.all([
    readCurrentDuties(scope, asked),
    Object.keys(windows).length === 0
      ? NONE
      : countReviews(readerFor(scope), windows, { controllerId, kept, limit }),
  ]);
  const grouped = groupObligations(duties, { now, filter });
  const groupOf = (name: string, horizon: Horizon, has?: DutyPart["has"]): DutyGroup => {
    const ofHorizon = grouped.get(horizon) ?? [];
    const lines = keeps ? ofHorizon.filter(({ duty }) => keeps(duty)) : ofHorizon;
    return {
      horizon,
      lines: has ? lines.filter(has) : lines,
      window: windows[name] ?? null,
      reviews: counts[name] ?? 0,
    };
  };
  const named = Object.entries<DutyPart>(parts ?? {});
  // Cast because the keys of an object made of entries are not inferred.
  return Object.fromEntries([
    ...HORIZONS.map((horizon) => [horizon, groupOf(horizon, horizon)]),
    ...named.map(([name, { horizon, has }]) => [name, groupOf(name, horizon, has)]),
  ]) as Record<Horizon | Part, DutyGroup>;
}

const NONE: Readonly<Record<string, number>> = {};

/** Days of the reviews of each group and part; none where reviews are not asked for. */
function windowsOf(
  { now, nouns }: DutiesAsked,
  { noun = REVIEWED }: DutyFilter,
  parts: Readonly<Record<string, DutyPart>> = {},
): Record<string, ReviewWindow> {
  if (noun !== REVIEWED || !nouns.includes(REVIEWED)) return {};
  const windows = reviewWindowsAt(now.getTime(), reviewBoundsAt(now));
  const ofParts = Object.entries(parts).map(([name, { window }]) => [name, { ...windows.done, ...window }]);
  return { ...windows, ...Object.fromEntries(ofParts) };
}

/** Reads the lines of a page: reviews along their index, among what else is owed. */
export async function readDutyPage(
  scope: OrgScope,
  groups: readonly DutyGroup[],
  { filter, page }: { filter: DutyFilter; page: Page },
): Promise<Listed[]> {
  const { controllerId, kept } = filter;
  const parts = await Promise.all(
    slicesOf(groups, page).map(async ({ group, from, until, read }) => {
      const { window, horizon, lines } = group;
      const duties = window
        ? await findReviews(readerFor(scope), window, { ...read, controllerId, kept })
        : [];
      return sliceGroup<Duty>(lines, { skipped: read.offset, duties }, { horizon, from, until });
    }),
  );
  return parts.flat();
}
