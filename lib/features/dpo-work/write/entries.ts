import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";

/** Locks an entry of a feed; false where somebody has recorded it or set it aside. */
export async function lockEntry(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM watch_entry WHERE id = ${id}::uuid AND state = 'proposed' FOR UPDATE`;
  return rows.length === 1;
}

export async function recordEntry(tx: Tx, ctx: Ctx, id: string, workId: string): Promise<void> {
  const { authorName } = recordedBy(ctx);
  await tx.watchEntry.updateMany({
    where: { id },
    data: { state: "recorded", workId, decidedAt: ctx.now, decidedByName: authorName },
  });
}
