import { done, type Outcome } from "@/lib/domain/outcome/outcome";
import type { CallLayout } from "@/lib/domain/call-log/layout";
import type { LogHead } from "@/lib/features/call-log/schema";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import type { Authorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { failLog } from "./begin";
import type { ReadLog } from "./read-lines";

type Finished = ReadLog & { id: string; professional: string; head: LogHead };

/** Ends the reading of a log, which is then judged by a job; later logs of the same professional are judged anew. */
export async function finishLog(ctx: Authorised, finished: Finished): Promise<Outcome<{ id: string }>> {
  const { id, reading, sha256, head } = finished;
  return write(ctx, async (tx, journal) => {
    const subject = { noun: "call-log" as const, id, label: head.fileName };
    const same = await tx.callLog.findFirst({
      where: { sha256, state: { in: ["queued", "judging", "judged"] } },
      select: { id: true },
    });
    const failure = same ? "same-file" : failureOf(reading, head.layout);
    await tx.callLog.updateMany({ where: { id, state: "reading" }, data: countsOf(finished) });
    if (failure) {
      await failLog(tx, { id, failure, sameAs: same?.id });
      journal.note({ event: "call-log.failed", subject, after: { sha256, failure } });
      return done({ id });
    }
    await tx.callLog.updateMany({
      where: { id, state: "reading" },
      data: { state: "queued", cause: "read", leasedUntil: null },
    });
    await queueLaterLogs(tx, finished);
    await rememberLayout(tx, ctx, head);
    const { campaignId, fileName, storedUntil } = head;
    const counts = {
      lines: reading.lines,
      calls: finished.inserted,
      knownCalls: reading.calls - finished.inserted,
    };
    journal.note({
      event: "call-log.received",
      subject,
      after: { campaignId, fileName, sha256, keptUntil: storedUntil, ...counts },
    });
    return done({ id });
  });
}

/**
 * A number that several countries have, or that is not of its line's country, is read by nobody: the whole file waits for who
 * sends it to say of which it is.
 */
function failureOf({ bad, calls }: ReadLog["reading"], { countryColumn }: CallLayout) {
  if (bad.ambiguous) return "ambiguous-numbers";
  if (bad.country && countryColumn === "") return "other-country";
  return calls === 0 ? "no-calls" : null;
}

export function countsOf({ reading, inserted, sharedNames, doubtful, sha256 }: ReadLog) {
  return {
    sha256,
    lines: reading.lines,
    calls: inserted,
    knownCalls: reading.calls - inserted,
    badLines: reading.bad,
    doubtfulTimes: doubtful,
    sharedNames,
    codes: Object.fromEntries(reading.codes),
    firstAt: reading.firstAt === null ? null : new Date(reading.firstAt),
    lastAt: reading.lastAt === null ? null : new Date(reading.lastAt),
  };
}

/** An older log that arrives late counts against the calls after it, of a log that is being judged too. */
async function queueLaterLogs(tx: Tx, { id, professional, reading }: Finished): Promise<void> {
  if (reading.firstAt === null) return;
  await tx.callLog.updateMany({
    where: {
      id: { not: id },
      professionalId: professional,
      clearedAt: null,
      state: { in: ["judging", "judged"] },
      lastAt: { gte: new Date(reading.firstAt) },
    },
    data: { state: "queued", cause: "older-log", callsJudged: 0, leasedUntil: null },
  });
}

async function rememberLayout(tx: Tx, { scope, now }: Ctx, { head, layout }: LogHead): Promise<void> {
  if (head === "") return;
  await tx.callLayout.upsert({
    where: { orgId_head: { orgId: scope.org, head } },
    create: { id: newId(now), orgId: scope.org, head, layout, usedAt: now },
    update: { layout, usedAt: now },
  });
}
