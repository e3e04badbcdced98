import { findingStatus } from "@/lib/domain/call-log/closing";
import { obligationOf, since, undatedOf } from "@/lib/domain/obligation/types";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { COUNTED, type FindLacks } from "./asked";

/** Most logs of which something is told at once. */
const MOST = 500;

const SHOWN = {
  id: true,
  fileName: true,
  campaign: { select: { controller: { select: { id: true, legalName: true } } } },
  judgements: {
    orderBy: [{ recordedAt: "desc" as const }, { id: "desc" as const }],
    take: 1,
    select: { id: true, broken: true, recordedAt: true },
  },
  facts: { select: { id: true, recordedAt: true, judgement: { select: { broken: true } } } },
} satisfies Prisma.CallLogSelect;
type Log = Prisma.CallLogGetPayload<{ select: typeof SHOWN }>;

/** Logs with calls outside instructions of which nobody has said what was done, since they were judged. */
export const findCallLacks: FindLacks = async (tx) => {
  const logs = await findBroken(tx);
  return logs.flatMap((log) => {
    const [latest] = log.judgements;
    if (!latest || findingStatus(latest, log.facts) !== "open") return [];
    return [
      obligationOf(rowOf(log), "call-log.outside", since(latest.recordedAt.getTime()), {
        about: log.fileName,
      }),
    ];
  });
};

/** Logs whose finding a person closed. */
export const findClosedCalls: FindLacks = async (tx, { doneSince }) => {
  const logs = await findBroken(tx, { facts: { some: { recordedAt: { gte: doneSince } } } });
  return logs.flatMap((log) => {
    const [latest] = log.judgements;
    if (findingStatus(latest ?? null, log.facts) !== "closed") return [];
    return log.facts
      .filter(({ recordedAt }) => recordedAt >= doneSince)
      .map(({ id, recordedAt }) =>
        undatedOf(rowOf(log), "call-log.outside", {
          about: log.fileName,
          part: id,
          doneAt: recordedAt.getTime(),
        }),
      );
  });
};

function findBroken(tx: Tx, where: Prisma.CallLogWhereInput = {}): Promise<Log[]> {
  return tx.callLog.findMany({
    where: { ...where, judgements: { some: { broken: { gt: 0 } } } },
    orderBy: { receivedAt: "desc" },
    take: MOST,
    select: SHOWN,
  });
}

function rowOf({ id, campaign: { controller } }: Log) {
  return {
    subject: { id, reference: "" },
    controller: { id: controller.id, name: controller.legalName },
    path: `/telephone/logs/${id}#outside`,
    ...COUNTED,
  };
}
