import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

/** State of a letter from its row, shown beside the act that queued it. */
export type LetterStatus = {
  id: string;
  /** A state of the outbox, `again` for one that was tried and waits, `unknown` where there is no such letter. */
  state: string;
  /** Instant of the state, in milliseconds; null while the letter waits. */
  at: number | null;
};

const statusSelect = {
  id: true,
  state: true,
  attempts: true,
  acceptedAt: true,
  closedAt: true,
  facts: {
    where: { kind: { in: ["delivered", "bounced"] } },
    orderBy: { at: "desc" },
    select: { kind: true, at: true },
  },
} satisfies Prisma.OutboxMailSelect;

/** Finds some letters by their ids, in one query; a reader for any of them. */
export async function findLetterStatuses(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => LetterStatus | null> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return () => null;
  const rows = await tx.outboxMail.findMany({ where: { id: { in: known } }, select: statusSelect });
  const byId = new Map(rows.map((row) => [row.id, letterStatusOf(row)]));
  return (id) => (id === null ? null : (byId.get(id) ?? { id, state: "unknown", at: null }));
}

type Row = {
  id: string;
  state: string;
  attempts: number;
  acceptedAt: Date | null;
  closedAt: Date | null;
  facts: { kind: string; at: Date }[];
};

function letterStatusOf({ id, state, attempts, acceptedAt, closedAt, facts }: Row): LetterStatus {
  if (state === "queued" || state === "sending")
    return { id, state: state === "queued" && attempts > 0 ? "again" : state, at: null };
  const notified = facts.find(({ kind }) => kind === state)?.at;
  return { id, state, at: (notified ?? (state === "accepted" ? acceptedAt : closedAt))?.getTime() ?? null };
}
