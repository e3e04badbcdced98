import type { Tx } from "@/lib/platform/transaction";

export type EntryRow = {
  seq: bigint;
  recordedAt: Date;
  d: Uint8Array;
  h: Uint8Array;
  salt: Uint8Array | null;
  text: string | null;
};

/** Entries of the scope's chain, newest first, below `before`. */
export function findEntries(tx: Tx, before: number | undefined, limit: number): Promise<EntryRow[]> {
  const below = before === undefined ? null : BigInt(before);
  return tx.$queryRaw<EntryRow[]>`
    SELECT e.seq, e.recorded_at AS "recordedAt", e.d, e.h, t.salt, t.text
    FROM journal_entry e JOIN journal_text t ON t.org_id = e.org_id AND t.seq = e.seq
    WHERE (${below}::bigint IS NULL OR e.seq < ${below}::bigint)
    ORDER BY e.seq DESC LIMIT ${limit}`;
}

export function findHead(tx: Tx): Promise<{ seq: bigint; h: Uint8Array } | null> {
  return tx.journalHead.findFirst({ select: { seq: true, h: true } });
}
