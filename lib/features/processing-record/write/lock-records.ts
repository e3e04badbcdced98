import type { Tx } from "@/lib/platform/database/transaction";

/** Locks in id order, so that two acts never deadlock. */
export async function lockRecords(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM processing_record WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
}
