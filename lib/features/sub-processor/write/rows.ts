import { readLinkedTransfer } from "@/lib/domain/authorisation/sub-processor-use";
import { projectSubProcessor, type SubProcessorColumns } from "@/lib/domain/sub-processor/projection";
import type { Tx } from "@/lib/platform/database/transaction";
import type { SubProcessorContent } from "@/lib/domain/sub-processor/content";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import {
  digestScope,
  findSubProcessor,
  linkedSelect,
  readSubProcessor,
  type SubProcessorRow,
  subProcessorSelect,
} from "@/lib/features/sub-processor/read/queries";

/** Serialises the numbering of sub-processors in this organisation. */
export async function lockSubProcessors(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sub-processors ${org}`}, 0))`;
}

/**
 * Recomputes derived columns from law and transfers, for all without `ids`. Derived columns: no version. Returns the
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
  const assessed = rows.map(({ transfers, ...stored }) => {
    const { id, content } = readSubProcessor(stored);
    return { id, ...projectSubProcessor({ content, transfers: transfers.map(readLinkedTransfer), on }) };
  });
  return tx.$executeRaw`
    UPDATE sub_processor AS s SET required_gaps = v."requiredGaps", advisable_gaps = v."advisableGaps",
      gap_codes = v."gapCodes", rules_version = v."rulesVersion"
    FROM jsonb_to_recordset(${JSON.stringify(assessed)}::jsonb) AS v (
      id uuid, "requiredGaps" int, "advisableGaps" int, "gapCodes" text[], "rulesVersion" int)
    WHERE s.id = v.id AND (s.required_gaps, s.advisable_gaps, s.gap_codes, s.rules_version)
      IS DISTINCT FROM (v."requiredGaps", v."advisableGaps", v."gapCodes", v."rulesVersion")`;
}

export type SubProcessorChange = "created" | "saved" | "linked" | "moved";

/** Inserts the version row and closes the previous one. */
export async function insertSubProcessorVersion(
  tx: Tx,
  ctx: Ctx,
  row: SubProcessorRow,
  columns: SubProcessorColumns,
  change: SubProcessorChange,
): Promise<void> {
  await tx.subProcessorVersion.updateMany({
    where: { subProcessorId: row.id, supersededAt: null },
    data: { supersededAt: ctx.now },
  });
  const { name, country, countries, requiredGaps, gapCodes } = columns;
  await tx.subProcessorVersion.create({
    data: {
      ...recordedBy(ctx),
      subProcessorId: row.id,
      version: row.version,
      change,
      reference: row.reference,
      ...{ name, country, countries, requiredGaps, gapCodes },
      state: row.state,
      scopeDigest: row.scopeDigest,
      snapshot: { state: row.state, content: row.content },
    },
  });
}
type NewSubProcessor = { reference: string; content: SubProcessorContent };

/** Inserts the first version too. Requires `lockSubProcessors`. */
export async function insertSubProcessor(
  tx: Tx,
  ctx: Ctx,
  stated: NewSubProcessor,
  on: string,
): Promise<SubProcessorRow> {
  const id = newId(ctx.now);
  const columns = projectSubProcessor({ content: stated.content, transfers: [], on });
  const scopeDigest = digestScope(stated.content);
  const times = { createdAt: ctx.now, updatedAt: ctx.now };
  await tx.subProcessor.create({
    data: { ...stated, ...columns, scopeDigest, id, orgId: ctx.scope.org, ...times },
  });
  const row = (await findSubProcessor(tx, id))!;
  await insertSubProcessorVersion(tx, ctx, row, columns, "created");
  return row;
}
