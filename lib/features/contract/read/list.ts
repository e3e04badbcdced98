import { z } from "zod";
import { LOOK_AHEAD_DAYS } from "@/lib/domain/contract/term";
import { cleanText } from "@/lib/forms/form-values";
import { searchTerms } from "@/lib/domain/search/terms";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { Prisma } from "@/lib/generated/prisma/client";
import { searchIds } from "@/lib/platform/database/search";
import type { Tx } from "@/lib/platform/database/transaction";
import { contractsOn, type ContractOfDay } from "./of-day";

export const PAGE_SIZE = 50;
/** Counts beyond this show "1,000+". */
const COUNT_LIMIT = 1000;

export const CONTRACT_VIEWS = ["all", "gaps", "soon", "expired", "ended"] as const;
export type ContractView = (typeof CONTRACT_VIEWS)[number];

/** Invalid filters are ignored. */
export const contractQuerySchema = z.object({
  view: z.enum(CONTRACT_VIEWS).catch("all"),
  q: z.string().transform(cleanText).pipe(z.string().trim().max(200)).catch(""),
  on: z.string().transform(cleanText).pipe(z.string().trim().max(40)).catch(""),
  /** Keyset: sort value and id of the last row seen. */
  after: z.string().transform(cleanText).pipe(z.string().max(600)).catch(""),
});
export type ContractQuery = z.output<typeof contractQuerySchema>;

export type ContractListRow = {
  id: string;
  reference: string;
  title: string;
  version: number;
  controllerName: string;
  state: string;
  endsOn: string | null;
  renews: boolean;
  deadlineOn: string | null;
  requiredGaps: number;
  gapCodes: string[];
  sortKey: string;
};

/** Null without a query. */
export async function searchContracts(tx: Tx, q: string): Promise<string[] | null> {
  const asked = searchTerms(q);
  return asked.length > 0 ? (await searchIds(tx, ["contract"], asked)).ids.contract : null;
}

/** Day, search result and contracts whose status the day changed. */
export type ListReading = {
  today: string;
  ids: readonly string[] | null;
  moved: readonly ContractOfDay[];
};

/** Returns one extra row, to detect a next page. */
export function findContractPage(
  tx: Tx,
  query: ContractQuery,
  { today, ids, moved }: ListReading,
): Promise<ContractListRow[]> {
  const key = query.view === "soon" ? Prisma.raw("coalesce(c.deadline_on, '')") : Prisma.raw("c.reference");
  const [after = "", id = ""] = query.after.split("\u0001");
  const beyond = query.after
    ? Prisma.sql`AND (${key}, c.id::text) > (${after} COLLATE register_order, ${id})`
    : Prisma.empty;
  return tx.$queryRaw<ContractListRow[]>`
    SELECT c.id, c.reference, c.title, c.version, c.controller_name AS "controllerName", c.state, c.ends_on AS "endsOn", c.renews,
      c.deadline_on AS "deadlineOn", c.required_gaps AS "requiredGaps", c.gap_codes AS "gapCodes", ${key} AS "sortKey"
    FROM ${contractsOn(moved)} c WHERE ${viewCondition(query.view, today)} ${found(ids)} ${beyond}
    ORDER BY ${key}, c.id::text LIMIT ${PAGE_SIZE + 1}`;
}

export function findContractsOfController(
  tx: Tx,
  controllerId: string,
  moved: ListReading["moved"],
): Promise<Omit<ContractListRow, "version" | "controllerName" | "sortKey">[]> {
  return tx.$queryRaw`
    SELECT c.id, c.reference, c.title, c.state, c.ends_on AS "endsOn", c.renews, c.deadline_on AS "deadlineOn",
      c.required_gaps AS "requiredGaps", c.gap_codes AS "gapCodes"
    FROM ${contractsOn(moved)} c WHERE c.controller_id = ${controllerId}::uuid ORDER BY c.reference LIMIT 100`;
}

/** Counts to the limit plus one. */
export async function countViews(
  tx: Tx,
  { today, ids, moved }: ListReading,
): Promise<Record<ContractView, number>> {
  const counts = CONTRACT_VIEWS.map(
    (view) => Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM ${contractsOn(moved)} c
      WHERE ${viewCondition(view, today)} ${found(ids)} LIMIT ${COUNT_LIMIT + 1}) AS counted) AS ${Prisma.raw(view)}`,
  );
  const [row] = await tx.$queryRaw<[Record<ContractView, number>]>`SELECT ${Prisma.join(counts)}`;
  return row;
}

/** Includes expired contracts until their end is recorded. */
function viewCondition(view: ContractView, today: string): Prisma.Sql {
  switch (view) {
    case "all":
      return Prisma.sql`c.state <> 'ended'`;
    case "gaps":
      return Prisma.sql`c.state <> 'ended' AND c.required_gaps > 0`;
    case "soon":
      return Prisma.sql`c.state <> 'ended' AND c.deadline_on <= ${addDaysToDay(today, LOOK_AHEAD_DAYS)}`;
    case "expired":
    case "ended":
      return Prisma.sql`c.state = ${view}`;
  }
}

function found(ids: readonly string[] | null): Prisma.Sql {
  return ids ? Prisma.sql`AND c.id = ANY (${ids}::uuid[])` : Prisma.empty;
}
