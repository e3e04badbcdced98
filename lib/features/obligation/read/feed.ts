import type { Tx } from "@/lib/platform/database/transaction";

/** Days of reads that the page shows. */
const SHOWN = 14;

/** A member's own address and who read it; null where there is none. */
export async function findOwnFeed(tx: Tx, memberId: string) {
  const feed = await tx.calendarFeed.findFirst({
    where: { memberId, revokedAt: null },
    select: {
      id: true,
      createdAt: true,
      reads: {
        orderBy: { lastAt: "desc" },
        take: SHOWN,
        select: { day: true, address: true, userAgent: true, count: true, lastAt: true },
      },
    },
  });
  if (!feed) return null;
  return {
    createdAt: feed.createdAt.getTime(),
    reads: feed.reads.map(({ lastAt, ...read }) => ({ ...read, lastAt: lastAt.getTime() })),
  };
}
