import { countedCodes } from "@/lib/domain/processing-record/completeness";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { Tx } from "@/lib/platform/database/transaction";
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

async function findStatusAsOf(tx: Tx, on: string, capacity: Capacity): Promise<RegisterStatus> {
  const [row] = await tx.$queryRaw<[RegisterStatus]>`
    SELECT count(*) FILTER (WHERE state <> 'ended')::int AS open,
      count(*) FILTER (WHERE state <> 'ended' AND NOT (${hasGaps(capacity)}))::int AS complete,
      count(*) FILTER (WHERE ${hasGaps(capacity)})::int AS incomplete,
      count(*) FILTER (WHERE state <> 'ended' AND required_gaps > 0)::int AS due,
      count(*) FILTER (WHERE ${toReview(on)})::int AS "toReview",
      count(*) FILTER (WHERE state = 'draft')::int AS drafts,
      count(*) FILTER (WHERE state = 'ended')::int AS ended
    FROM processing_record r WHERE capacity = ${capacity}`;
  return row;
}

/** Both registers on a day, and what lacks most often in that of article 30(2). */
export async function findAccounts(tx: Tx, on: string) {
  const status = await findStatusAsOf(tx, on, "processor");
  const own = await findStatusAsOf(tx, on, "controller");
  const codes = await tx.$queryRaw<{ code: string; records: number }[]>`
    SELECT code, count(*)::int AS records FROM processing_record, unnest(gap_codes) AS code
    WHERE state <> 'ended' AND capacity = 'processor' AND code = ANY (${countedCodes("processor")})
    GROUP BY code ORDER BY count(*) DESC, code LIMIT 1`;
  return { records: status, own, codes };
}
