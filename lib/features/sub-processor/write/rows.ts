import { readLinkedTransfer } from "@/lib/domain/authorisation/sub-processor-use";
import { projectSubProcessor } from "@/lib/domain/sub-processor/projection";
import type { Tx } from "@/lib/platform/database/transaction";
import { findClients } from "@/lib/features/sub-processor/read/clients";
import {
  linkedSelect,
  readSubProcessor,
  subProcessorSelect,
} from "@/lib/features/sub-processor/read/queries";

/**
 * Recomputes derived columns from law, transfers and reliant controllers, for all without `ids`. Derived columns: no version. Returns the
 * number of changes.
 */
export async function assessSubProcessors(tx: Tx, on: string, ids?: readonly string[]): Promise<number> {
  const where = ids ? { id: { in: [...ids] } } : {};
  await tx.$executeRaw`SELECT 1 FROM sub_processor WHERE ${ids ?? null}::uuid[] IS NULL
    OR id = ANY (${ids ?? null}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.subProcessor.findMany({
    where,
    select: { ...subProcessorSelect, transfers: linkedSelect },
  });
  const subProcessorIds = rows.map(({ id }) => id);
  const clientsOf = await findClients(tx, { on, subProcessorIds });
  const assessed = rows.map(({ transfers, ...stored }) => {
    const { id, content } = readSubProcessor(stored);
    const stated = { content, transfers: transfers.map(readLinkedTransfer), clients: clientsOf(id), on };
    return { id, ...projectSubProcessor(stated) };
  });
  return tx.$executeRaw`
    UPDATE sub_processor AS s SET required_gaps = v."requiredGaps", advisable_gaps = v."advisableGaps",
      gap_codes = v."gapCodes", rules_version = v."rulesVersion"
    FROM jsonb_to_recordset(${JSON.stringify(assessed)}::jsonb) AS v (
      id uuid, "requiredGaps" int, "advisableGaps" int, "gapCodes" text[], "rulesVersion" int)
    WHERE s.id = v.id AND (s.required_gaps, s.advisable_gaps, s.gap_codes, s.rules_version)
      IS DISTINCT FROM (v."requiredGaps", v."advisableGaps", v."gapCodes", v."rulesVersion")`;
}
