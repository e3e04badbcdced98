import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

const factSelect = {
  id: true,
  kind: true,
  at: true,
  source: true,
  server: true,
  status: true,
  details: true,
  channel: true,
  reportedBy: true,
  recordedAt: true,
  authorName: true,
} satisfies Prisma.OutboxFactSelect;

export function findLetterFacts(tx: Tx, letterId: string) {
  return tx.outboxFact.findMany({
    where: { letterId },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: factSelect,
  });
}
