import type { OrgScope } from "@/lib/domain/access/scope";
import type { Tally } from "@/lib/domain/call-log/tally";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { judgeLog } from "@/lib/features/call-log/read/judge-log";
import { findLogAsked } from "@/lib/features/call-log/read/log-asked";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { leaseFrom, StoppedError, watchLease } from "@/lib/platform/jobs/lease";
import { canonicalDigest } from "@/lib/platform/journal/canonical-digest";
import type { Ctx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { recordStops } from "./record-stops";

/** Reads every call in one snapshot; nothing else waits for it. */
const READ_LIMITS = { timeoutMs: 3_600_000, isSnapshot: true };

export type JudgingOutcome = "taken" | "judged" | "stopped";

type Claimed = { id: string; attempts: number; fileName: string; cause: string };

/**
 * Records the stops that a log tells of, and judges it; "taken" where another process is at it. What is found is written at the end, in one act: of
 * one that dies before, nothing is left, and its lease ends.
 */
export async function judgeOneLog(
  ctx: Ctx,
  id: string,
  signal: AbortSignal,
): Promise<Outcome<JudgingOutcome>> {
  if (!isAuthorised(ctx, "call-log.judge")) return refuse({ kind: "forbidden" });
  const recorded = await recordStops(ctx, { id });
  if (!recorded.ok) return recorded;
  const claimed = await claim(ctx, id);
  if (!claimed) return done("taken");
  const watch = watchJudging(ctx.scope, claimed, signal);
  try {
    const { tally, campaignVersion } = await withOrg(
      ctx.scope,
      async (tx) => {
        const asked = await findLogAsked(tx, id);
        const onCalls = (judged: number) => {
          if (watch.isStopped()) throw new StoppedError();
          watch.note(judged);
        };
        return { tally: await judgeLog(tx, asked, onCalls), campaignVersion: asked.campaignVersion };
      },
      READ_LIMITS,
    );
    return await saveJudgement({ ...ctx, now: new Date() }, claimed, { tally, campaignVersion });
  } catch (error) {
    await release(ctx, claimed);
    if (error instanceof StoppedError) return done("stopped");
    throw error;
  } finally {
    watch.end();
  }
}

/** Writes how many of the calls are judged. */
function watchJudging(scope: OrgScope, { id, attempts }: Claimed, signal: AbortSignal) {
  return watchLease({
    what: "a call log",
    start: 0,
    renew: (lease, callsJudged) =>
      withOrg(scope, (tx) =>
        tx.callLog.updateMany({ where: { id, state: "judging", attempts }, data: { ...lease, callsJudged } }),
      ),
    signal,
  });
}

async function claim({ scope, now }: Ctx, id: string): Promise<Claimed | null> {
  return withOrg(scope, async (tx) => {
    const { count } = await tx.callLog.updateMany({
      where: { id, OR: [{ state: "queued" }, { state: "judging", leasedUntil: { lte: now } }] },
      data: {
        state: "judging",
        leasedUntil: leaseFrom(now),
        callsJudged: 0,
        attempts: { increment: 1 },
      },
    });
    if (count === 0) return null;
    return tx.callLog.findFirst({
      where: { id },
      select: { id: true, attempts: true, fileName: true, cause: true },
    });
  });
}

/** Gives a log back to whoever judges next, unless it is another's already. */
async function release({ scope }: Ctx, { id, attempts }: Claimed): Promise<void> {
  await withOrg(scope, (tx) =>
    tx.callLog.updateMany({ where: { id, state: "judging", attempts }, data: { leasedUntil: new Date() } }),
  );
}

type Found = { tally: Tally; campaignVersion: number };

async function saveJudgement(
  ctx: Authorised,
  log: Claimed,
  { tally, campaignVersion }: Found,
): Promise<Outcome<JudgingOutcome>> {
  const { verdicts, byHouse, calls, groups, weeks, named } = tally;
  return write(ctx, async (tx, journal) => {
    const { count } = await tx.callLog.updateMany({
      where: { id: log.id, state: "judging", attempts: log.attempts },
      data: { state: "judged", leasedUntil: null, callsJudged: calls },
    });
    if (count === 0) return done("stopped" as const);
    const read = await tx.callLog.findFirstOrThrow({ where: { id: log.id }, select: { calls: true } });
    const findings = { groups, weeks };
    const { broken, doubt: doubted, warning: warned } = verdicts;
    const counts = { broken, doubted, warned, byHouse };
    await tx.callLogJudgement.create({
      data: {
        ...recordedBy(ctx),
        id: newId(ctx.now),
        logId: log.id,
        cause: log.cause,
        campaignVersion,
        ...counts,
        calls,
        notPlaced: read.calls - calls,
        findings,
      },
    });
    await tx.loggedCall.createMany({
      data: named.map(({ line, at, person }) => ({
        logId: log.id,
        orgId: ctx.scope.org,
        line,
        calledAt: new Date(at),
        personKey: new Uint8Array(person),
      })),
      // An earlier judgement may have named the same.
      skipDuplicates: true,
    });
    const findingsDigest = canonicalDigest(findings);
    journal.note({
      event: "call-log.judged",
      subject: { noun: "call-log", id: log.id, label: log.fileName },
      after: { cause: log.cause, calls, ...counts, findingsDigest },
    });
    return done("judged" as const);
  });
}
