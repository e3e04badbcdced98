import type { ContractColumns } from "@/lib/domain/contract/projection";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { columnsOf, findContracts, findPlaces } from "./queries";

/** Contract whose stored columns are outdated, with those of the requested day. */
export type ContractOfDay = ContractColumns & { id: string };

/**
 * Finds contracts with a date since their last assessment, so that lists show an expiry before the nightly job runs.
 * Usually none.
 */
export async function findMoved(tx: Tx, today: string): Promise<ContractOfDay[]> {
  const rows = await findContracts(tx, { state: { not: "ended" }, changesOn: { lte: today } });
  if (rows.length === 0) return [];
  const organisation = await findPlaces(tx);
  return rows.map((row) => ({ id: row.id, ...columnsOf(row, organisation, today) }));
}

/** Relation of contracts with recomputed columns for the moved ones. */
export function contractsOn(moved: readonly ContractOfDay[]): Prisma.Sql {
  if (moved.length === 0) return Prisma.sql`contract`;
  return Prisma.sql`(
    SELECT s.id, s.reference, s.title, s.version, s.controller_id, s.controller_name, d.*
    FROM contract s LEFT JOIN jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS m (
      id uuid, state text, "endsOn" text, renews boolean, "deadlineOn" text, "requiredGaps" int, "gapCodes" text[])
      ON m.id = s.id
    CROSS JOIN LATERAL (
      SELECT s.state, s.ends_on, s.renews, s.deadline_on, s.required_gaps, s.gap_codes WHERE m.id IS NULL
      UNION ALL
      SELECT m.state, m."endsOn", m.renews, m."deadlineOn", m."requiredGaps", m."gapCodes" WHERE m.id IS NOT NULL
    ) d)`;
}
