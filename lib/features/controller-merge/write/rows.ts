import { MOVED_NOUNS, type MovedRow } from "@/lib/domain/controller/merge";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { MOVED_TABLES } from "@/lib/features/controller-merge/read/tables";

/** Notes the original controller. */
export async function moveRows(tx: Tx, fromId: string, intoId: string): Promise<void> {
  for (const table of Object.values(MOVED_TABLES))
    await tx.$executeRaw`UPDATE ${Prisma.raw(table)} SET controller_id = ${intoId}::uuid,
      merged_from_id = coalesce(merged_from_id, ${fromId}::uuid) WHERE controller_id = ${fromId}::uuid`;
}

export async function returnRows(tx: Tx, fromId: string, rows: readonly MovedRow[]): Promise<void> {
  for (const noun of MOVED_NOUNS) {
    const ids = rows.flatMap((row) => (row.noun === noun ? [row.id] : []));
    if (ids.length === 0) continue;
    await tx.$executeRaw`UPDATE ${Prisma.raw(MOVED_TABLES[noun])} SET controller_id = ${fromId}::uuid,
      merged_from_id = nullif(merged_from_id, ${fromId}::uuid) WHERE id = ANY (${ids}::uuid[])`;
  }
}

/** Spellings settled at imports. */
export async function moveSpellings(
  tx: Tx,
  spellings: readonly string[],
  controllerId: string,
): Promise<void> {
  await tx.controllerSpelling.updateMany({
    where: { spelling: { in: [...spellings] } },
    data: { controllerId },
  });
}
