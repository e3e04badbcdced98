import type { FindingGroup } from "@/lib/domain/call-log/tally";
import type { Tx } from "@/lib/platform/database/transaction";
import { readFindings, type StoredFindings } from "./queries";

/** Logs that were judged by an instant, the first received first: their latest judgement of then, and what was done since. */
export async function findJudgedLogsAt(tx: Tx, at: Date) {
  const known = { recordedAt: { lte: at } };
  const rows = await tx.callLog.findMany({
    where: { receivedAt: { lte: at }, judgements: { some: known } },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      fileName: true,
      sha256: true,
      lines: true,
      calls: true,
      knownCalls: true,
      firstAt: true,
      lastAt: true,
      campaign: { select: { reference: true, controllerId: true } },
      judgements: { where: known, orderBy: [{ recordedAt: "desc" }, { id: "desc" }], take: 1 },
      facts: { where: known, orderBy: [{ recordedAt: "asc" }, { id: "asc" }] },
    },
  });
  return rows.flatMap(({ judgements, facts, ...log }) => {
    const [latest] = judgements;
    if (!latest) return [];
    const { calls, broken, doubted, warned, byHouse, recordedAt, findings } = latest;
    const groups: FindingGroup[] = readFindings(findings as StoredFindings).groups;
    return {
      ...log,
      judgement: { calls, broken, doubted, warned, byHouse, recordedAt, groups },
      closings: facts.map(({ factOn: on, reason, recordedAt: recorded }) => ({
        on,
        reason,
        recordedAt: recorded,
      })),
    };
  });
}

export type JudgedLog = Awaited<ReturnType<typeof findJudgedLogsAt>>[number];
