import type { Tx } from "@/lib/platform/database/transaction";

/** Published heads before a day, the newest first. */
export function findHeads(tx: Tx, { before, take }: { before: string | null; take: number }) {
  return tx.journalPublication.findMany({
    where: { minute: null, ...(before && { day: { lt: before } }) },
    orderBy: { day: "desc" },
    take,
    select: { day: true, seq: true, h: true, keyId: true, publishedAt: true },
  });
}

/** Every key that signed or signs, the newest first. */
export function findKeys(tx: Tx) {
  return tx.journalKey.findMany({
    orderBy: { createdAt: "desc" },
    select: { id: true, publicKey: true, createdAt: true, retiredAt: true },
  });
}
