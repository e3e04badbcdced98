import { mentionCodes } from "@/lib/domain/processing-record/completeness";
import type { PlaceKind } from "@/lib/domain/country/place-kinds";
import type { Capacity, RecordState } from "@/lib/domain/processing-record/types";
import { readQuestion } from "@/lib/i18n/search-question";
import { Prisma } from "@/lib/generated/prisma/client";
import type { SearchUnit } from "@/lib/domain/search/units";
import { COUNT_LIMIT, countOf, ROWS_ASKED } from "@/lib/platform/read/list-page";
import type { PageReader, Reader } from "@/lib/platform/read/reader";
import { countRegister } from "@/lib/platform/read/register-counts";
import { findNamedRows, searchIds, type SearchFound } from "@/lib/platform/database/search";
import { mergedAt } from "@/lib/platform/merged-at";
import { versionAtSql } from "@/lib/platform/database/versions";
import { findChoicesAt, findChoicesNow } from "./as-of";
import { filterConditions } from "./list-conditions";
import { placeKindsOf } from "./place-kinds";
import {
  RECORD_VIEWS,
  type RecordQuery,
  type RecordView,
} from "@/lib/features/processing-record/list-schema";
import { afterCursor, orderOf } from "./order";

export type RecordListRow = {
  id: string;
  reference: string;
  /** "" in the own register. */
  controller: string;
  activity: string;
  /** Article 30(1)(b); empty in the processor's register. */
  purposes: string[];
  countries: string[];
  /** Kinds of what is done in the countries, where the entry or its transfer says it; `country` is null while unnamed. */
  placeKinds: { country: string | null; kind: PlaceKind }[];
  instruments: string[];
  state: RecordState;
  requiredGaps: number;
  advisableGaps: number;
  gapCodes: string[];
  version: number;
  reviewedOn: string | null;
  sortKey: string;
};

export type ReadRegister = {
  /** ISO calendar date by which reviews are due. */
  today: string;
  capacity?: Capacity;
  /** Past instant; null is now. */
  at?: Date | null;
  /** Search result for `q` among current rows; without it rows are read directly. */
  ids?: readonly string[];
  /** Holds what `q` asks for, for past versions. */
  units?: readonly SearchUnit[];
};

export type RecordSearch = SearchFound<"processing-record", SearchUnit>;

/** Falls back to the nearest words; null without a query. */
export async function searchRecords(tx: Reader, q: string): Promise<RecordSearch | null> {
  if (q.trim() === "") return null;
  const question = await readQuestion(q, await findNamedRows(tx));
  if (question.units.length === 0) return null;
  return searchIds(tx, ["processing-record"], question);
}

/** Returns one extra row, to detect a next page. */
export function findRecordPage(tx: Reader, query: RecordQuery, read: ReadRegister): Promise<RecordListRow[]> {
  const { capacity = "processor", at = null } = read;
  const order = orderOf(query.sort, capacity);
  return tx.$queryRaw<RecordListRow[]>`
    SELECT r.id, r.reference, ${FACES[capacity]}, r.activity, r.countries, r.instruments, r.state,
      ${placeKindsOf(at)} AS "placeKinds", r.required_gaps AS "requiredGaps", r.advisable_gaps AS "advisableGaps", r.gap_codes AS "gapCodes",
      r.version, r.reviewed_on AS "reviewedOn", ${order.key} AS "sortKey"
    FROM ${sourceOf(capacity, at)}
    WHERE ${viewCondition(query.view, read)} ${filterConditions(query, read)} ${afterCursor(order, query.after)}
    ORDER BY ${order.by} LIMIT ${ROWS_ASKED}`;
}

/** Unordered, at most `limit`. */
export async function findAnswering(
  tx: Reader,
  query: RecordQuery,
  read: ReadRegister,
  limit: number,
): Promise<string[]> {
  const { capacity = "processor", at = null } = read;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM ${sourceOf(capacity, at)}
    WHERE ${viewCondition(query.view, read)} ${filterConditions(query, read)} LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** Counts to the limit plus one. */
export async function countViews(
  tx: Reader,
  query: RecordQuery,
  read: ReadRegister,
): Promise<Record<RecordView, number>> {
  const { capacity = "processor", at = null } = read;
  const filters = filterConditions(query, read);
  const from = Prisma.sql`FROM ${sourceOf(capacity, at)}`;
  const counted =
    filters === Prisma.empty
      ? Prisma.sql`SELECT ${Prisma.join(RECORD_VIEWS.map((view) => countView(view, from, read)))}`
      : // Counts all views in one scan, since no index combines view and filter.
        Prisma.sql`SELECT ${Prisma.join(RECORD_VIEWS.map((view) => tallyOf(view, read)))}
          ${from} WHERE ${viewCondition("all", read)} ${filters}`;
  const [row] = await tx.$queryRaw<[Record<RecordView, number>]>`${counted}`;
  return row;
}

/**
 * Reuses the navigation's counts where unfiltered; gaps and reviews change with rules and days, without a journal
 * entry, and are counted each time.
 */
export async function readViews(
  reader: PageReader,
  query: RecordQuery,
  read: ReadRegister,
): Promise<Record<RecordView, number>> {
  if (read.at || filterConditions(query, read) !== Prisma.empty) return countViews(reader, query, read);
  const from = Prisma.sql`FROM ${sourceOf(read.capacity ?? "processor", null)}`;
  const [counts, [open]] = await Promise.all([
    countRegister(reader),
    reader.$queryRaw<[Record<"gaps" | "review", number>]>`
      SELECT ${countView("gaps", from, read)}, ${countView("review", from, read)}`,
  ]);
  return read.capacity === "controller"
    ? { ...open, all: counts.ownRecords, closed: counts.endedOwnRecords }
    : { ...open, all: counts.records, closed: counts.endedRecords };
}

/** All controllers where the choices are open, else the chosen one. */
export async function findControllers(tx: Reader, { panel, controller }: RecordQuery, at: Date | null) {
  if (!panel && !controller) return [];
  return at ? findChoicesAt(tx, at) : findChoicesNow(tx, { isOpen: panel !== "", chosen: controller });
}

/** Counts along the view's index: the order makes the planner choose it at any size. */
function countView(view: RecordView, from: Prisma.Sql, read: ReadRegister): Prisma.Sql {
  // Versions are indexed in the register's order alone.
  const order = VIEW_ORDERS[read.at ? "all" : view];
  return countOf(Prisma.sql`${from} WHERE ${viewCondition(view, read)} ORDER BY ${order}`, view);
}

function tallyOf(view: RecordView, read: ReadRegister): Prisma.Sql {
  return Prisma.sql`least(count(*) FILTER (WHERE ${viewCondition(view, read)}), ${COUNT_LIMIT + 1})::int AS ${Prisma.raw(view === "all" ? '"all"' : view)}`;
}

const VIEW_ORDERS: Record<RecordView, Prisma.Sql> = {
  all: Prisma.sql`r.reference`,
  gaps: Prisma.sql`r.reference`,
  review: Prisma.sql`coalesce(r.review_due_on, '')`,
  closed: Prisma.sql`r.reference`,
};

/** Entries due for review, aliased `r`; `reviewDueDay` is stored with the record. */
export function toReview(today: string): Prisma.Sql {
  return Prisma.sql`r.state <> 'ended' AND coalesce(r.review_due_on, '') < ${today}`;
}

/** Selects from one table, because a planned join would read every entry for one page. */
function sourceOf(capacity: Capacity, at: Date | null): Prisma.Sql {
  return at ? recordsAt(capacity, at) : Prisma.sql`processing_record r`;
}

/** Past versions in a record's columns, with gaps as last assessed by then. */
function recordsAt(capacity: Capacity, at: Date): Prisma.Sql {
  return Prisma.sql`(SELECT v.record_id AS id, v.org_id, v.capacity, v.reference,
      coalesce(m.into_id, v.controller_id) AS controller_id, v.state, v.activity,
      v.countries, v.instruments, v.measure_ids, v.sub_processor_ids, v.version, v.reviewed_on, v.review_due_on, v.snapshot AS content,
      ${controllerNameAt(at)} AS controller_name, ${isUnchanged(at)} AS is_unchanged,
      coalesce(a.required_gaps, v.required_gaps) AS required_gaps,
      coalesce(a.advisable_gaps, v.advisable_gaps) AS advisable_gaps, coalesce(a.gap_codes, v.gap_codes) AS gap_codes
    FROM record_version v LEFT JOIN ${mergedAt(at)} m ON m.id = v.controller_id LEFT JOIN LATERAL (
      SELECT required_gaps, advisable_gaps, gap_codes FROM record_assessment
      WHERE record_id = v.record_id AND version = v.version AND recorded_at <= ${at}
      ORDER BY recorded_at DESC LIMIT 1) a ON true
    WHERE v.capacity = ${capacity} AND ${versionAtSql("v", at)}) r`;
}

/** True where neither entry nor controller changed since. */
function isUnchanged(at: Date): Prisma.Sql {
  return Prisma.sql`v.superseded_at IS NULL AND (v.controller_id IS NULL OR EXISTS (
    SELECT FROM controller_version cv WHERE cv.org_id = v.org_id AND cv.controller_id = v.controller_id
      AND cv.superseded_at IS NULL AND cv.recorded_at <= ${at}))`;
}

/** Clock skew may date an entry before its controller: then uses the first known name. */
function controllerNameAt(at: Date): Prisma.Sql {
  return Prisma.sql`coalesce(
    (SELECT cv.snapshot ->> 'legalName' FROM controller_version cv
      WHERE cv.org_id = v.org_id AND cv.controller_id = coalesce(m.into_id, v.controller_id) AND ${versionAtSql("cv", at)}),
    (SELECT c.legal_name FROM controller c WHERE c.org_id = v.org_id AND c.id = coalesce(m.into_id, v.controller_id)),
    '') COLLATE register_order`;
}

const FACES: Record<Capacity, Prisma.Sql> = {
  processor: Prisma.sql`r.controller_name AS controller, '[]'::jsonb AS purposes`,
  controller: Prisma.sql`'' AS controller, coalesce(r.content -> 'purposes', '[]'::jsonb) AS purposes`,
};

/** Required gaps in one register, required or advisable in the other. */
export function hasGaps(capacity: Capacity): Prisma.Sql {
  return capacity === "processor"
    ? Prisma.sql`r.state <> 'ended' AND r.required_gaps > 0`
    : Prisma.sql`r.state <> 'ended' AND r.gap_codes && ${mentionCodes("controller")}::text[]`;
}

function viewCondition(view: RecordView, { today, capacity = "processor" }: ReadRegister): Prisma.Sql {
  const inRegister = Prisma.sql`r.capacity = ${capacity}`;
  switch (view) {
    case "all":
      return inRegister;
    case "gaps":
      return Prisma.sql`${inRegister} AND ${hasGaps(capacity)}`;
    case "review":
      return Prisma.sql`${inRegister} AND ${toReview(today)}`;
    case "closed":
      return Prisma.sql`${inRegister} AND r.state = 'ended'`;
  }
}

/** Counts of the views where no row is shown. */
export const NO_COUNTS = { all: 0, gaps: 0, review: 0, closed: 0 };

/** Removes the key of the order, which only the next page needs. */
export function withoutSortKey({ sortKey: _key, ...row }: RecordListRow) {
  return row;
}
