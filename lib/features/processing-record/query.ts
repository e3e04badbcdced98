import { z } from "zod";
import { Prisma } from "@/lib/generated/prisma/client";
import { cleanText } from "@/lib/domain/form-values";
import type { Tx } from "@/lib/platform/transaction";

export const PAGE_SIZE = 50;
/** Counts stop here: "1,000+" says enough. */
export const COUNT_LIMIT = 1000;

export const RECORD_VIEWS = ["all", "gaps", "review", "closed"] as const;
export type RecordView = (typeof RECORD_VIEWS)[number];
export const RECORD_SORTS = ["reference", "controller", "gaps", "review"] as const;
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
  controller: string;
  activity: string;
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

// Each key is text that sorts as the list does; gaps count down, and what was never reviewed comes first.
const SORT_KEYS: Record<RecordSort, Prisma.Sql> = {
  reference: Prisma.sql`r.reference`,
  controller: Prisma.sql`c.legal_name`,
  gaps: Prisma.sql`lpad((9999 - r.required_gaps)::text, 4, '0') || lpad((9999 - r.advisable_gaps)::text, 4, '0')`,
  review: Prisma.sql`coalesce(r.reviewed_on, '')`,
};

/** One page of the list, by key, and one row more to know whether there is another. */
export function findRecordPage(tx: Tx, query: RecordQuery, today: string): Promise<RecordListRow[]> {
  const key = SORT_KEYS[query.sort];
  const [afterKey = "", afterId = ""] = query.after.split("\u0001");
  const isPlace = z.uuid().safeParse(afterId).success;
  const beyond = isPlace ? Prisma.sql`AND (${key}, r.id) > (${afterKey}, ${afterId}::uuid)` : Prisma.empty;
  return tx.$queryRaw<RecordListRow[]>`
    SELECT r.id, r.reference, c.legal_name AS controller, r.activity, r.countries, r.instruments, r.state,
      r.required_gaps AS "requiredGaps", r.advisable_gaps AS "advisableGaps", r.gap_codes AS "gapCodes",
      r.version, r.reviewed_on AS "reviewedOn", ${key} AS "sortKey"
    FROM processing_record r JOIN controller c ON c.org_id = r.org_id AND c.id = r.controller_id
    WHERE ${viewCondition(query.view, today)} ${filterConditions(query)} ${beyond}
    ORDER BY ${key}, r.id LIMIT ${PAGE_SIZE + 1}`;
}

/** How many rows each view holds under the other filters, up to the limit and one. */
export async function countViews(
  tx: Tx,
  query: RecordQuery,
  today: string,
): Promise<Record<RecordView, number>> {
  const counts = RECORD_VIEWS.map(
    (view) => Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM processing_record r
      JOIN controller c ON c.org_id = r.org_id AND c.id = r.controller_id
      WHERE ${viewCondition(view, today)} ${filterConditions(query)} LIMIT ${COUNT_LIMIT + 1}) AS rows)`,
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

function viewCondition(view: RecordView, today: string): Prisma.Sql {
  switch (view) {
    case "all":
      return Prisma.sql`r.capacity = 'processor'`;
    case "gaps":
      return Prisma.sql`r.capacity = 'processor' AND r.required_gaps > 0 AND r.state <> 'ended'`;
    case "review":
      return Prisma.sql`r.capacity = 'processor' AND ${toReview(today)}`;
    case "closed":
      return Prisma.sql`r.capacity = 'processor' AND r.state = 'ended'`;
  }
}

function filterConditions(query: RecordQuery): Prisma.Sql {
  const conditions: Prisma.Sql[] = [];
  if (query.q) {
    const pattern = `%${query.q.replace(/[\\%_]/g, "\\$&")}%`;
    conditions.push(
      Prisma.sql`AND (r.reference ILIKE ${pattern} OR r.activity ILIKE ${pattern} OR c.legal_name ILIKE ${pattern})`,
    );
  }
  if (query.controller) conditions.push(Prisma.sql`AND r.controller_id = ${query.controller}::uuid`);
  if (query.code) conditions.push(Prisma.sql`AND ${query.code} = ANY (r.gap_codes)`);
  if (query.country) conditions.push(Prisma.sql`AND ${query.country} = ANY (r.countries)`);
  if (query.state) conditions.push(Prisma.sql`AND r.state = ${query.state}`);
  return conditions.length ? Prisma.join(conditions, " ") : Prisma.empty;
}
