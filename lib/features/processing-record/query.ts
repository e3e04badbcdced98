import { z } from "zod";
import { mentionCodes } from "@/lib/domain/processing-record/completeness";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { Prisma } from "@/lib/generated/prisma/client";
import { cleanText } from "@/lib/domain/form-values";
import type { Tx } from "@/lib/platform/transaction";

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

/** Which register is read, on which day (ISO calendar date). */
export type ReadRegister = { today: string; capacity?: Capacity };

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
  { today, capacity = "processor" }: ReadRegister,
): Promise<RecordListRow[]> {
  const key = sortKey(query.sort, capacity);
  const [afterKey = "", afterId = ""] = query.after.split("\u0001");
  const isPlace = z.uuid().safeParse(afterId).success;
  const beyond = isPlace ? Prisma.sql`AND (${key}, r.id) > (${afterKey}, ${afterId}::uuid)` : Prisma.empty;
  return tx.$queryRaw<RecordListRow[]>`
    SELECT r.id, r.reference, ${FACES[capacity]}, r.activity, r.countries, r.instruments, r.state,
      r.required_gaps AS "requiredGaps", r.advisable_gaps AS "advisableGaps", r.gap_codes AS "gapCodes",
      r.version, r.reviewed_on AS "reviewedOn", ${key} AS "sortKey"
    FROM ${SOURCES[capacity]}
    WHERE ${viewCondition(query.view, { today, capacity })} ${filterConditions(query, capacity)} ${beyond}
    ORDER BY ${key}, r.id LIMIT ${PAGE_SIZE + 1}`;
}

/** How many rows each view holds under the other filters, up to the limit and one. */
export async function countViews(
  tx: Tx,
  query: RecordQuery,
  { today, capacity = "processor" }: ReadRegister,
): Promise<Record<RecordView, number>> {
  const counts = RECORD_VIEWS.map(
    (view) => Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM ${SOURCES[capacity]}
      WHERE ${viewCondition(view, { today, capacity })} ${filterConditions(query, capacity)} LIMIT ${COUNT_LIMIT + 1}) AS rows)`,
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
const SOURCES: Record<Capacity, Prisma.Sql> = {
  processor: Prisma.sql`processing_record r JOIN controller c ON c.org_id = r.org_id AND c.id = r.controller_id`,
  controller: Prisma.sql`processing_record r`,
};
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

function viewCondition(view: RecordView, { today, capacity }: Required<ReadRegister>): Prisma.Sql {
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
