import { countedCodes } from "@/lib/domain/processing-record/completeness";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";
import { hasGaps, toReview } from "./list";

export type RegisterStatus = {
  open: number;
  complete: number;
  incomplete: number;
  /** Incomplete entries with a required gap; none in a voluntary register. */
  due: number;
  toReview: number;
  drafts: number;
  ended: number;
};

/** Party of an entry: the own register has no controller. */
type OfParty = { controllerId: string | null; isOwn: boolean };

/** Status of both registers on a day, by party: of the parties that a condition on `r` chooses, or of all. */
export function findPartyStatus(
  tx: Reader,
  on: string,
  chosen: Prisma.Sql = Prisma.empty,
): Promise<(RegisterStatus & OfParty)[]> {
  const isIncomplete = Prisma.sql`CASE r.capacity WHEN 'processor' THEN ${hasGaps("processor")}
    ELSE ${hasGaps("controller")} END`;
  return tx.$queryRaw`
    SELECT r.controller_id AS "controllerId", r.capacity = 'controller' AS "isOwn",
      count(*) FILTER (WHERE r.state <> 'ended')::int AS open,
      count(*) FILTER (WHERE r.state <> 'ended' AND NOT (${isIncomplete}))::int AS complete,
      count(*) FILTER (WHERE ${isIncomplete})::int AS incomplete,
      count(*) FILTER (WHERE r.state <> 'ended' AND r.required_gaps > 0)::int AS due,
      count(*) FILTER (WHERE ${toReview(on)})::int AS "toReview",
      count(*) FILTER (WHERE r.state = 'draft')::int AS drafts,
      count(*) FILTER (WHERE r.state = 'ended')::int AS ended
    FROM processing_record r ${chosen} GROUP BY r.controller_id, r.capacity`;
}

/** Counts what entries of the register of article 30(2) lack, by party and code. */
export function findPartyCodes(
  tx: Reader,
  chosen: Prisma.Sql = Prisma.sql`WHERE TRUE`,
): Promise<{ controllerId: string | null; code: string; records: number }[]> {
  return tx.$queryRaw`
    SELECT r.controller_id AS "controllerId", code, count(*)::int AS records
    FROM processing_record r, unnest(r.gap_codes) AS code ${chosen}
      AND r.state <> 'ended' AND r.capacity = 'processor' AND code = ANY (${countedCodes("processor")}::text[])
    GROUP BY r.controller_id, code`;
}

/** Adds up the status of one register. */
export function sumStatus(rows: readonly RegisterStatus[]): RegisterStatus {
  const total = { open: 0, complete: 0, incomplete: 0, due: 0, toReview: 0, drafts: 0, ended: 0 };
  for (const row of rows)
    for (const figure of Object.keys(total) as (keyof RegisterStatus)[]) total[figure] += row[figure];
  return total;
}
