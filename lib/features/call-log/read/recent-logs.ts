import type { CallOutcome } from "@/lib/domain/call-log/outcomes";
import { ATTEMPT_DAYS } from "@/lib/domain/telephone-prospecting/judge-person";
import type { Tx } from "@/lib/platform/database/transaction";

const DAY_MS = 86_400_000;

/** Log whose calls may count; its professional is who was called for. */
export type RecentLog = {
  id: string;
  professionalId: string;
  controllerId: string;
  outcomes: Record<string, CallOutcome>;
  lastAt: number;
  isCleared: boolean;
};

/**
 * Finds the logs with calls within thirty calendar days of an instant, of one controller and those merged into it, or of
 * every one: for its campaigns, and for it as a professional whom others name.
 */
export async function findRecentLogs(
  tx: Tx,
  { controllerId, at }: { controllerId?: string; at: number },
): Promise<RecentLog[]> {
  const own = controllerId === undefined ? null : await withMerged(tx, controllerId);
  const rows = await tx.callLog.findMany({
    where: {
      ...(own && {
        OR: [{ professionalId: { in: own } }, { campaign: { controllerId: { in: own } } }],
      }),
      state: { in: ["queued", "judging", "judged"] },
      // A day more on both sides: calendar days differ by the zone.
      lastAt: { gte: new Date(at - (ATTEMPT_DAYS + 1) * DAY_MS) },
      firstAt: { lte: new Date(at + DAY_MS) },
    },
    select: {
      id: true,
      professionalId: true,
      outcomes: true,
      lastAt: true,
      clearedAt: true,
      campaign: { select: { controller: { select: { id: true, mergedIntoId: true } } } },
    },
  });
  return rows.map(({ campaign: { controller }, outcomes, lastAt, clearedAt, ...row }) => ({
    ...row,
    controllerId: controller.mergedIntoId ?? controller.id,
    // The verbs of this noun wrote them.
    outcomes: outcomes as RecentLog["outcomes"],
    lastAt: lastAt?.getTime() ?? 0,
    isCleared: clearedAt !== null,
  }));
}

async function withMerged(tx: Tx, id: string): Promise<string[]> {
  const merged = await tx.controller.findMany({ where: { mergedIntoId: id }, select: { id: true } });
  return [id, ...merged.map((controller) => controller.id)];
}
