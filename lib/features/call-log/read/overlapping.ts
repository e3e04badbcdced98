import type { Tx } from "@/lib/platform/database/transaction";

const DAY_MS = 86_400_000;

/** A log that may tell of the same calls. */
export type OtherLog = { id: string; isSameProfessional: boolean };

type Span = { professional: string; firstAt: number | null; lastAt: number | null };

/**
 * Finds logs of the organisation whose calls may be those of a log: within a day of it, for exchanges may write one call
 * at two instants and give it one name.
 */
export async function findOverlapping(tx: Tx, { professional, firstAt, lastAt }: Span): Promise<OtherLog[]> {
  if (firstAt === null || lastAt === null) return [];
  const logs = await tx.callLog.findMany({
    where: {
      state: { in: ["queued", "judging", "judged"] },
      clearedAt: null,
      firstAt: { lte: new Date(lastAt + DAY_MS) },
      lastAt: { gte: new Date(firstAt - DAY_MS) },
    },
    select: { id: true, professionalId: true },
  });
  return logs.map(({ id, professionalId }) => ({ id, isSameProfessional: professionalId === professional }));
}
