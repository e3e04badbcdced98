import { planRecordReview } from "@/lib/domain/obligation/plan-reviews";
import type { ReviewsKept } from "@/lib/domain/assignment/book";
import type { ReviewWindow } from "@/lib/domain/obligation/review-windows";
import type { Obligation } from "@/lib/domain/obligation/types";
import { REGISTER_SEGMENTS } from "@/lib/domain/processing-record/register-segments";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";

/** Columns of an entry that its review is planned from. */
export type ReviewRow = {
  id: string;
  reference: string;
  capacity: Capacity;
  version: number;
  updatedAt: Date;
  controllerId: string | null;
  controllerName: string;
};

/** Row of the list that an entry makes. */
export function reviewRowOf({ id, reference, capacity, version, updatedAt, ...record }: ReviewRow) {
  const { controllerId, controllerName } = record;
  return {
    subject: { id, reference },
    version,
    controller: controllerId === null ? null : { id: controllerId, name: controllerName },
    path: `/${REGISTER_SEGMENTS[capacity]}/${id}`,
    changedAt: updatedAt.getTime(),
  };
}

/** Narrows reviews to the entries of one controller, and by who has them. */
export type ReviewFilter = { controllerId?: string; kept?: ReviewsKept | null };

/** Counts the reviews of each range of days, each at most to the limit. */
export async function countReviews<Name extends string>(
  reader: Reader,
  windows: Readonly<Record<Name, ReviewWindow>>,
  { limit, ...filter }: ReviewFilter & { limit: number },
): Promise<Record<Name, number>> {
  const counts = Object.entries<ReviewWindow>(windows).map(
    ([name, window]) => Prisma.sql`(SELECT count(*)::int FROM (
      SELECT ${rowsOf(window, filter)} LIMIT ${limit}) AS c) AS ${Prisma.raw(`"${name}"`)}`,
  );
  const [row] = await reader.$queryRaw<[Record<Name, number>]>`SELECT ${Prisma.join(counts)}`;
  return row;
}

type FoundReview = ReviewRow & { day: string; activity: string };

/** Reads reviews of a range of days in the order of the list. */
export async function findReviews(
  reader: Reader,
  window: ReviewWindow,
  { offset, take, ...filter }: ReviewFilter & { offset: number; take: number },
): Promise<Obligation[]> {
  const rows = await reader.$queryRaw<FoundReview[]>`
    SELECT ${columnsOf(window)} ${rowsOf(window, filter)} LIMIT ${take} OFFSET ${offset}`;
  return rows.flatMap((row) => obligationsOf(window, row));
}

/** Reads the first reviews of each of some days. */
export async function findFirstReviews(
  reader: Reader,
  window: ReviewWindow,
  { days, take }: { days: readonly string[]; take: number },
): Promise<Obligation[]> {
  const rows = await reader.$queryRaw<FoundReview[]>`
    SELECT f.* FROM unnest(${days}::text[]) AS d(day) CROSS JOIN LATERAL (
      SELECT ${columnsOf(window)} FROM processing_record r
      WHERE ${conditionOf({ ...window, from: null, until: null })} AND ${columnOf(window)} = d.day
      ORDER BY r.reference COLLATE "C", r.id LIMIT ${take}) AS f`;
  return rows.flatMap((row) => obligationsOf(window, row));
}

/** Counts the reviews of each of some days, along the index. */
export function countReviewDays(
  reader: Reader,
  window: ReviewWindow,
  days: readonly string[],
): Promise<{ day: string; count: number }[]> {
  return reader.$queryRaw`
    SELECT d.day, (SELECT count(*)::int FROM processing_record r
      WHERE ${conditionOf({ ...window, from: null, until: null })} AND ${columnOf(window)} = d.day) AS count
    FROM unnest(${days}::text[]) AS d(day)`;
}

function columnsOf(window: ReviewWindow): Prisma.Sql {
  return Prisma.sql`r.id, r.reference, r.capacity, r.activity, ${columnOf(window)} AS day, r.version,
    r.updated_at AS "updatedAt", r.controller_id AS "controllerId", r.controller_name AS "controllerName"`;
}

function obligationsOf({ column }: ReviewWindow, { day, activity, ...record }: FoundReview): Obligation[] {
  const isDue = column === "due";
  return planRecordReview({
    row: reviewRowOf(record),
    activity,
    reviewDueOn: isDue ? day : null,
    reviewedOn: isDue ? null : day,
  });
}

/** Controllers whose entries have a review in sight, each found by one look at an index. */
export function findReviewedControllers(
  reader: Reader,
  { due, reviewed }: Record<"due" | "reviewed", ReviewWindow>,
): Promise<{ id: string; name: string }[]> {
  const has = (window: ReviewWindow) => Prisma.sql`EXISTS (
    SELECT FROM processing_record r WHERE r.org_id = c.org_id AND r.controller_id = c.id AND ${conditionOf(window)})`;
  return reader.$queryRaw`
    SELECT c.id, c.legal_name AS name FROM controller c WHERE ${has(due)} OR ${has(reviewed)}`;
}

function columnOf({ column }: ReviewWindow): Prisma.Sql {
  return column === "due" ? Prisma.sql`r.review_due_on` : Prisma.sql`r.reviewed_on`;
}

function conditionOf(window: ReviewWindow): Prisma.Sql {
  const column = columnOf(window);
  const { from, until } = window;
  return Prisma.join(
    [
      Prisma.sql`r.state = 'active' AND ${column} IS NOT NULL`,
      ...(from === null ? [] : [Prisma.sql`${column} >= ${from}`]),
      ...(until === null ? [] : [Prisma.sql`${column} <= ${until}`]),
    ],
    " AND ",
  );
}

/** Orders along an index, which the planner then follows whatever it takes the table's size to be. */
function rowsOf(window: ReviewWindow, { controllerId, kept }: ReviewFilter): Prisma.Sql {
  const ofController = controllerId ? Prisma.sql`AND r.controller_id = ${controllerId}::uuid` : Prisma.empty;
  const direction = window.column === "due" ? Prisma.empty : Prisma.sql`DESC`;
  return Prisma.sql`FROM processing_record r WHERE ${conditionOf(window)} ${ofController} ${keptOf(window, kept)}
    ORDER BY ${columnOf(window)} ${direction}, r.reference COLLATE "C", r.id`;
}

function keptOf({ column }: ReviewWindow, kept: ReviewFilter["kept"]): Prisma.Sql {
  if (!kept) return Prisma.empty;
  const { ids, isExcluded } = kept[column];
  return isExcluded
    ? Prisma.sql`AND r.id <> ALL (${ids}::uuid[])`
    : Prisma.sql`AND r.id = ANY (${ids}::uuid[])`;
}
