import type { MinorCallOutcome } from "@/lib/domain/minor/call";
import type { Tx } from "@/lib/platform/database/transaction";

const MOST_SHOWN = 20;

/** Last notes, and the number of those since an instant. */
export async function findMinorCalls(tx: Tx, since: Date) {
  const rows = await tx.minorCall.findMany({
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: MOST_SHOWN,
    select: { id: true, outcome: true, recordedAt: true, authorName: true },
  });
  return {
    count: await tx.minorCall.count({ where: { recordedAt: { gte: since } } }),
    notes: rows.map(({ outcome, recordedAt, ...row }) => ({
      ...row,
      // The database admits no others.
      outcome: outcome as MinorCallOutcome,
      at: recordedAt.getTime(),
    })),
  };
}
