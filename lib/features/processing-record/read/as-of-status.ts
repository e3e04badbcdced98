import { countedCodes } from "@/lib/domain/processing-record/completeness";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { Tx } from "@/lib/platform/database/transaction";
import { hasGaps, toReview } from "./list";

export type Standing = {
  open: number;
  complete: number;
  incomplete: number;
  /** Incomplete entries with a required gap; none in a voluntary register. */
  due: number;
  toReview: number;
  drafts: number;
  ended: number;
};

type WorstRecord = {
  id: string;
  reference: string;
  activity: string;
  requiredGaps: number;
  gapCodes: string[];
  controller: string;
};

async function findStatusAsOf(tx: Tx, on: string, capacity: Capacity): Promise<Standing> {
  const [standing] = await tx.$queryRaw<[Standing]>`
    SELECT count(*) FILTER (WHERE state <> 'ended')::int AS open,
      count(*) FILTER (WHERE state <> 'ended' AND NOT (${hasGaps(capacity)}))::int AS complete,
      count(*) FILTER (WHERE ${hasGaps(capacity)})::int AS incomplete,
      count(*) FILTER (WHERE state <> 'ended' AND required_gaps > 0)::int AS due,
      count(*) FILTER (WHERE ${toReview(on)})::int AS "toReview",
      count(*) FILTER (WHERE state = 'draft')::int AS drafts,
      count(*) FILTER (WHERE state = 'ended')::int AS ended
    FROM processing_record r WHERE capacity = ${capacity}`;
  return standing;
}

/** Open entries for clients with most required gaps. */
function findWorst(tx: Tx): Promise<WorstRecord[]> {
  return tx.$queryRaw<WorstRecord[]>`
      SELECT r.id, r.reference, r.activity, r.required_gaps AS "requiredGaps", r.gap_codes AS "gapCodes",
        c.legal_name AS controller
      FROM processing_record r JOIN controller c ON c.org_id = r.org_id AND c.id = r.controller_id
      WHERE r.capacity = 'processor' AND r.state <> 'ended' AND r.required_gaps > 0
      ORDER BY r.required_gaps DESC, r.reference LIMIT 5`;
}

export async function findToday(tx: Tx, on: string) {
  const status = await findStatusAsOf(tx, on, "processor");
  const own = await findStatusAsOf(tx, on, "controller");
  const codes = await tx.$queryRaw<{ code: string; records: number }[]>`
    SELECT code, count(*)::int AS records FROM processing_record, unnest(gap_codes) AS code
    WHERE state <> 'ended' AND capacity = 'processor' AND code = ANY (${countedCodes("processor")})
    GROUP BY code ORDER BY count(*) DESC, code`;
  const worst = await findWorst(tx);
  const placeholders = await tx.controller.findMany({
    where: { isPlaceholder: true, archivedAt: null },
    take: 5,
    select: { id: true, legalName: true },
  });
  const controllers = await tx.controller.count({ where: { archivedAt: null }, take: 1001 });
  return { standing: status, own, codes, worst, placeholders, controllers };
}
