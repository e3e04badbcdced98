import { z } from "zod";
import { mentionCodes } from "@/lib/domain/processing-record/completeness";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { Prisma } from "@/lib/generated/prisma/client";
import { cleanText } from "@/lib/domain/form-values";
import type { Tx } from "@/lib/platform/transaction";
import { stoodAt } from "@/lib/platform/versions";

export const PAGE_SIZE = 50;
/** Counts stop here: "1,000+" says enough. */
export const COUNT_LIMIT = 1000;

export const RECORD_VIEWS = ["all", "gaps", "review", "closed"] as const;
export type RecordView = (typeof RECORD_VIEWS)[number];
export const RECORD_SORTS = ["reference", "controller", "activity", "gaps", "review"] as const;
export type RecordSort = (typeof RECORD_SORTS)[number];

/** The list's filters as they stand in the address; what makes no sense there is left out, not refused. */
export const recordQuerySchema = z.object({
  view: z.enum(RECORD_VIEWS).catch("all"),
  sort: z.enum(RECORD_SORTS).catch("reference"),
  q: z.string().transform(cleanText).pipe(z.string().trim().max(200)).catch(""),
  controller: z.uuid().or(z.literal("")).catch(""),
  code: z
    .string()
    .regex(/^[A-Z0-9-]{0,20}$/i)
    .catch(""),
  country: z
    .string()
    .regex(/^([A-Z]{2})?$/)
    .catch(""),
  state: z.enum(["", "draft", "active", "suspended", "ended"]).catch(""),
  /** The past day at whose end the register is read, as typed; `readAsOf` says what becomes of it. */
  on: z
    .string()
    .transform((text) => cleanText(text).trim().slice(0, 40))
    .catch(""),
  /** The columns shown, as `readColumns` reads them. */
  columns: z
    .string()
    .regex(/^[a-z.]{0,80}$/)
    .catch(""),
  /** Keyset: what the last row seen was sorted by, and its id. */
  after: z.string().transform(cleanText).pipe(z.string().max(600)).catch(""),
});
export type RecordQuery = z.output<typeof recordQuerySchema>;

export type RecordListRow = {
  id: string;
  reference: string;
  /** "" in the company's own register. */
  controller: string;
  activity: string;
  /** Article 30(1)(b); nothing in the processor's register. */
  purposes: string[];
  countries: string[];
  instruments: string[];
  state: string;
  requiredGaps: number;
  advisableGaps: number;
  gapCodes: string[];
  version: number;
  reviewedOn: string | null;
  sortKey: string;
};

/** Which register is read, by which day's measure (ISO calendar date), and as it stood at which instant; null is now. */
export type ReadRegister = { today: string; capacity?: Capacity; at?: Date | null };

// Each key is text that sorts as the list does; gaps count down, and what was never reviewed comes first.
const SORT_KEYS: Record<RecordSort, Prisma.Sql> = {
  reference: Prisma.sql`r.reference`,
  controller: Prisma.sql`c.legal_name`,
  activity: Prisma.sql`r.activity`,
  gaps: Prisma.sql`lpad((9999 - r.required_gaps)::text, 4, '0') || lpad((9999 - r.advisable_gaps)::text, 4, '0')`,
  review: Prisma.sql`coalesce(r.reviewed_on, '')`,
};

/** One page of the list, by key, and one row more to know whether there is another. */
export function findRecordPage(
  tx: Tx,
  query: RecordQuery,
  { today, capacity = "processor", at = null }: ReadRegister,
): Promise<RecordListRow[]> {
  const key = sortKey(query.sort, capacity);
  const [afterKey = "", afterId = ""] = query.after.split("\u0001");
  const isPlace = z.uuid().safeParse(afterId).success;
  const beyond = isPlace ? Prisma.sql`AND (${key}, r.id) > (${afterKey}, ${afterId}::uuid)` : Prisma.empty;
  return tx.$queryRaw<RecordListRow[]>`
    SELECT r.id, r.reference, ${FACES[capacity]}, r.activity, r.countries, r.instruments, r.state,
      r.required_gaps AS "requiredGaps", r.advisable_gaps AS "advisableGaps", r.gap_codes AS "gapCodes",
      r.version, r.reviewed_on AS "reviewedOn", ${key} AS "sortKey"
    FROM ${sourceOf(capacity, at)}
    WHERE ${viewCondition(query.view, today, capacity)} ${filterConditions(query, capacity)} ${beyond}
    ORDER BY ${key}, r.id LIMIT ${PAGE_SIZE + 1}`;
}

/** Which entries of a register answer the list's view and filters as it stands, at most `limit`, in no order. */
export async function findAnswering(
  tx: Tx,
  query: RecordQuery,
  { today, capacity }: { today: string; capacity: Capacity },
  limit: number,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM ${sourceOf(capacity, null)}
    WHERE ${viewCondition(query.view, today, capacity)} ${filterConditions(query, capacity)} LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** How many rows each view holds under the other filters, up to the limit and one. */
export async function countViews(
  tx: Tx,
  query: RecordQuery,
  { today, capacity = "processor", at = null }: ReadRegister,
): Promise<Record<RecordView, number>> {
  const source = sourceOf(capacity, at);
  const counts = RECORD_VIEWS.map(
    (view) => Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM ${source}
      WHERE ${viewCondition(view, today, capacity)} ${filterConditions(query, capacity)} LIMIT ${COUNT_LIMIT + 1}) AS rows)`,
  );
  const [row] = await tx.$queryRaw<[{ counts: number[] }]>`SELECT ARRAY[${Prisma.join(counts)}] AS counts`;
  return Object.fromEntries(RECORD_VIEWS.map((view, index) => [view, row.counts[index]!])) as Record<
    RecordView,
    number
  >;
}

/** Records to be read again on a day, as `r`: the day is the domain's (`reviewDueDay`), stored with the record. */
export function toReview(today: string): Prisma.Sql {
  return Prisma.sql`r.state <> 'ended' AND (r.review_due_on IS NULL OR r.review_due_on < ${today})`;
}

// The company's own register has no other controller than itself: nothing to join, nothing to sort by.
function sourceOf(capacity: Capacity, at: Date | null): Prisma.Sql {
  const records = at ? recordsAt(capacity, at) : Prisma.sql`processing_record r`;
  if (capacity === "controller") return records;
  const controllers = at ? controllersAt(at) : Prisma.sql`controller c`;
  return Prisma.sql`${records} JOIN ${controllers} ON c.org_id = r.org_id AND c.id = r.controller_id`;
}

/** The version that stood of each record, in the columns of a record; its gaps as they were last found by then. */
function recordsAt(capacity: Capacity, at: Date): Prisma.Sql {
  return Prisma.sql`(SELECT v.record_id AS id, v.org_id, v.capacity, v.reference, v.controller_id, v.state, v.activity,
      v.countries, v.instruments, v.version, v.reviewed_on, v.review_due_on, v.snapshot AS content,
      coalesce(a.required_gaps, v.required_gaps) AS required_gaps,
      coalesce(a.advisable_gaps, v.advisable_gaps) AS advisable_gaps, coalesce(a.gap_codes, v.gap_codes) AS gap_codes
    FROM record_version v LEFT JOIN LATERAL (
      SELECT required_gaps, advisable_gaps, gap_codes FROM record_assessment
      WHERE record_id = v.record_id AND version = v.version AND recorded_at <= ${at}
      ORDER BY recorded_at DESC LIMIT 1) a ON true
    WHERE v.capacity = ${capacity} AND ${stoodAt("v", at)}) r`;
}

function controllersAt(at: Date): Prisma.Sql {
  return Prisma.sql`(SELECT cv.org_id, cv.controller_id AS id, cv.snapshot ->> 'legalName' AS legal_name
    FROM controller_version cv WHERE ${stoodAt("cv", at)}) c`;
}

const FACES: Record<Capacity, Prisma.Sql> = {
  processor: Prisma.sql`c.legal_name AS controller, '[]'::jsonb AS purposes`,
  controller: Prisma.sql`'' AS controller, coalesce(r.content -> 'purposes', '[]'::jsonb) AS purposes`,
};

function sortKey(sort: RecordSort, capacity: Capacity): Prisma.Sql {
  return SORT_KEYS[capacity === "controller" && sort === "controller" ? "activity" : sort];
}

/** Open entries that leave a mention of their article open: due in the one register, due or worth it in the other. */
export function hasGaps(capacity: Capacity): Prisma.Sql {
  return capacity === "processor"
    ? Prisma.sql`r.state <> 'ended' AND r.required_gaps > 0`
    : Prisma.sql`r.state <> 'ended' AND r.gap_codes && ${mentionCodes("controller")}::text[]`;
}

function viewCondition(view: RecordView, today: string, capacity: Capacity): Prisma.Sql {
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

function filterConditions(query: RecordQuery, capacity: Capacity): Prisma.Sql {
  const conditions: Prisma.Sql[] = [];
  if (query.q) {
    const pattern = `%${query.q.replace(/[\\%_]/g, "\\$&")}%`;
    const named = capacity === "processor" ? Prisma.sql`c.legal_name` : Prisma.sql`r.content ->> 'purposes'`;
    conditions.push(
      Prisma.sql`AND (r.reference ILIKE ${pattern} OR r.activity ILIKE ${pattern} OR ${named} ILIKE ${pattern})`,
    );
  }
  if (query.controller) conditions.push(Prisma.sql`AND r.controller_id = ${query.controller}::uuid`);
  if (query.code) conditions.push(Prisma.sql`AND ${query.code} = ANY (r.gap_codes)`);
  if (query.country) conditions.push(Prisma.sql`AND ${query.country} = ANY (r.countries)`);
  if (query.state) conditions.push(Prisma.sql`AND r.state = ${query.state}`);
  return conditions.length ? Prisma.join(conditions, " ") : Prisma.empty;
}
