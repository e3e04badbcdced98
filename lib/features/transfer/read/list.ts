import { z } from "zod";
import { cleanText } from "@/lib/forms/form-values";
import { searchTerms } from "@/lib/domain/search/terms";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { TransferState } from "@/lib/domain/transfer/lifecycle";
import { REVIEW_AHEAD_DAYS } from "@/lib/domain/transfer/status";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";
import { searchIds } from "@/lib/platform/database/search";

export const PAGE_SIZE = 50;
/** Counts beyond this show "1,000+". */
const COUNT_LIMIT = 1000;

const TRANSFER_VIEWS = ["all", "gaps", "review", "ended"] as const;
type TransferView = (typeof TRANSFER_VIEWS)[number];

/** Invalid filters are ignored. */
export const transferQuerySchema = z.object({
  view: z.enum(TRANSFER_VIEWS).catch("all"),
  q: z.string().transform(cleanText).pipe(z.string().trim().max(200)).catch(""),
  /** Keyset: sort value and id of the last row seen. */
  after: z.string().transform(cleanText).pipe(z.string().max(600)).catch(""),
});
type TransferQuery = z.output<typeof transferQuerySchema>;

export type TransferListRow = {
  id: string;
  reference: string;
  flow: string;
  controllerName: string;
  importerName: string;
  country: string | null;
  tool: string | null;
  state: TransferState;
  nextReviewOn: string | null;
  requiredGaps: number;
  gapCodes: string[];
  sortKey: string;
};

const COLUMNS = Prisma.sql`t.id, t.reference, t.flow, t.controller_name AS "controllerName",
  t.importer_name AS "importerName", t.country, t.tool, t.state, t.next_review_on AS "nextReviewOn",
  t.required_gaps AS "requiredGaps", t.gap_codes AS "gapCodes"`;

/** Null without a query. */
export async function searchTransfers(tx: Reader, q: string): Promise<string[] | null> {
  const asked = searchTerms(q);
  return asked.length > 0 ? (await searchIds(tx, ["transfer"], asked)).ids.transfer : null;
}

type Read = { today: string; ids: readonly string[] | null };

/** Returns one extra row, to detect a next page. */
export function findTransferPage(
  tx: Reader,
  query: TransferQuery,
  { today, ids }: Read,
): Promise<TransferListRow[]> {
  const key = query.view === "review" ? Prisma.raw("t.next_review_on") : Prisma.raw("t.reference");
  const [after = "", id = ""] = query.after.split("\u0001");
  const beyond = query.after
    ? Prisma.sql`AND (${key}, t.id::text) > (${after} COLLATE register_order, ${id})`
    : Prisma.empty;
  return tx.$queryRaw<TransferListRow[]>`
    SELECT ${COLUMNS}, ${key} AS "sortKey" FROM transfer t
    WHERE ${viewCondition(query.view, today)} ${found(ids)} ${beyond}
    ORDER BY ${key}, t.id::text LIMIT ${PAGE_SIZE + 1}`;
}

export type TransferOwner = { controllerId: string } | { subProcessorId: string };

export function findTransfersOf(tx: Reader, owner: TransferOwner): Promise<TransferListRow[]> {
  const isOwn =
    "controllerId" in owner
      ? Prisma.sql`t.controller_id = ${owner.controllerId}::uuid`
      : Prisma.sql`t.sub_processor_id = ${owner.subProcessorId}::uuid`;
  return tx.$queryRaw<TransferListRow[]>`
    SELECT ${COLUMNS}, t.reference AS "sortKey" FROM transfer t WHERE ${isOwn} ORDER BY t.reference LIMIT 100`;
}

/** Counts to the limit plus one. */
export async function countViews(tx: Reader, { today, ids }: Read): Promise<Record<TransferView, number>> {
  const counts = TRANSFER_VIEWS.map(
    (view) => Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM transfer t
      WHERE ${viewCondition(view, today)} ${found(ids)} LIMIT ${COUNT_LIMIT + 1}) AS counted) AS ${Prisma.raw(view)}`,
  );
  const [row] = await tx.$queryRaw<[Record<TransferView, number>]>`SELECT ${Prisma.join(counts)}`;
  return row;
}

function viewCondition(view: TransferView, today: string): Prisma.Sql {
  switch (view) {
    case "all":
      return Prisma.sql`t.state <> 'ended'`;
    case "gaps":
      return Prisma.sql`t.state <> 'ended' AND t.required_gaps > 0`;
    case "review":
      return Prisma.sql`t.state <> 'ended' AND t.next_review_on <= ${addDaysToDay(today, REVIEW_AHEAD_DAYS)}`;
    case "ended":
      return Prisma.sql`t.state = 'ended'`;
  }
}

function found(ids: readonly string[] | null): Prisma.Sql {
  return ids ? Prisma.sql`AND t.id = ANY (${ids}::uuid[])` : Prisma.empty;
}
