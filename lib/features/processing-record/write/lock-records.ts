import type { Tx } from "@/lib/platform/database/transaction";

/** Whoever writes one of them now is waited for, and read after; in one order, so that two acts never wait in a ring. */
export async function lockRecords(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM processing_record WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
}
