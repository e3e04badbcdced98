import type { Tx } from "@/lib/platform/database/transaction";

/** Skips rows locked by a concurrent job, oldest first. */
export async function lockUnsealed(tx: Tx, limit: number) {
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM access_look WHERE batch_id IS NULL ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
  return tx.accessLook.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      contactId: true,
      grantId: true,
      noun: true,
      subjectId: true,
      label: true,
      lookedAt: true,
    },
  });
}
