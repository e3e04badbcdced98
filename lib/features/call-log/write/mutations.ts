import type { CallOutcome } from "@/lib/domain/call-log/outcomes";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { ClosingInput, LogId, OutcomesInput } from "@/lib/features/call-log/schema";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { today, type Ctx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { failLog } from "./begin";

/** Decides what codes of the dialler mean, for this log and the next ones of its head, and has the log judged by it. */
export async function decideOutcomes(ctx: Ctx, { id, outcomes }: OutcomesInput): Promise<Outcome<LogId>> {
  if (!isAuthorised(ctx, "call-log.decide")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const log = await tx.callLog.findFirst({ where: { id } });
    if (!log) return refuse({ kind: "not-found" });
    const codes = log.codes as Record<string, number>;
    const decided = Object.fromEntries(
      Object.entries(outcomes).filter(([code]) => Object.hasOwn(codes, code)),
    );
    if (!(await requeueLog(tx, id, decided))) return invalid("", "notNow");
    await storeOutcomes(tx, log.head, decided);
    journal.note({
      event: "call-log.outcomes",
      subject: { noun: "call-log", id, label: log.fileName },
      before: { outcomes: wordsOf(log.outcomes as Record<string, CallOutcome>) },
      after: { outcomes: wordsOf(decided) },
    });
    return done({ id });
  });
}

/** Has a log judged again: its campaign or the choices of people may have changed since. */
export async function judgeAgain(ctx: Ctx, { id }: LogId): Promise<Outcome<LogId>> {
  if (!isAuthorised(ctx, "call-log.decide")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const log = await tx.callLog.findFirst({ where: { id }, select: { fileName: true } });
    if (!log) return refuse({ kind: "not-found" });
    if (!(await requeueLog(tx, id))) return invalid("", "notNow");
    journal.note({
      event: "call-log.asked",
      subject: { noun: "call-log", id, label: log.fileName },
      after: { cause: "asked" },
    });
    return done({ id });
  });
}

async function requeueLog(tx: Tx, id: string, outcomes?: Record<string, CallOutcome>): Promise<boolean> {
  const { count } = await tx.callLog.updateMany({
    where: { id, state: "judged", clearedAt: null },
    data: {
      state: "queued",
      cause: "asked",
      callsJudged: 0,
      stopsRecordedAt: null,
      ...(outcomes && { outcomes }),
    },
  });
  return count > 0;
}

/** Remembers what codes mean for the next log of that head; codes that this log has not are left as they were. */
async function storeOutcomes(tx: Tx, head: string, decided: Record<string, CallOutcome>): Promise<void> {
  const remembered = head === "" ? null : await tx.callLayout.findFirst({ where: { head } });
  if (!remembered) return;
  const outcomes = { ...(remembered.outcomes as Record<string, CallOutcome>), ...decided };
  await tx.callLayout.updateMany({ where: { id: remembered.id }, data: { outcomes } });
}

function wordsOf(outcomes: Record<string, CallOutcome>): string[] {
  return Object.entries(outcomes)
    .map(([code, outcome]) => `${code}: ${outcome}`)
    .sort();
}

/** Records what was done about calls outside instructions: the finding is closed for what was judged then. */
export async function closeFinding(ctx: Ctx, input: ClosingInput): Promise<Outcome<LogId>> {
  if (!isAuthorised(ctx, "call-log.close")) return refuse({ kind: "forbidden" });
  const { id, judgementId, on, reason } = input;
  if (on > today(ctx)) return invalid("on", "dateAhead");
  return write(ctx, async (tx, journal) => {
    const log = await tx.callLog.findFirst({ where: { id }, select: { fileName: true } });
    const judgement = await tx.callLogJudgement.findFirst({
      where: { logId: id },
      orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
      select: { id: true, broken: true },
    });
    if (!log || !judgement) return refuse({ kind: "not-found" });
    if (judgement.id !== judgementId) return invalid("", "judgedSince");
    if (judgement.broken === 0) return invalid("", "nothingBroken");
    await tx.callLogFact.create({
      data: {
        ...recordedBy(ctx),
        id: newId(ctx.now),
        logId: id,
        judgementId,
        event: "close",
        factOn: on,
        reason,
      },
    });
    journal.note({
      event: "call-log.closed",
      subject: { noun: "call-log", id, label: log.fileName },
      after: { on, broken: judgement.broken },
      reason,
    });
    return done({ id });
  });
}

/** Deletes the calls of a log whose day has passed, and what a dead process had read; counts and findings stay. */
export async function clearLog(ctx: Ctx, { id }: LogId): Promise<Outcome<LogId>> {
  if (!isAuthorised(ctx, "call-log.clear")) return refuse({ kind: "forbidden" });
  const day = today(ctx);
  return write(ctx, async (tx, journal) => {
    const log = await tx.callLog.findFirst({ where: { id } });
    if (!log) return refuse({ kind: "not-found" });
    if (log.state === "reading" && log.leasedUntil && log.leasedUntil <= ctx.now) {
      await failLog(tx, { id, failure: "interrupted" });
      return done({ id });
    }
    if (log.storedUntil >= day) return invalid("", "storedLonger", { day: log.storedUntil });
    const { count } = await tx.callLog.updateMany({
      where: { id, state: "judged", clearedAt: null },
      data: { clearedAt: ctx.now },
    });
    if (count === 0) return invalid("", "notNow");
    const [row] = await tx.$queryRaw<{ cleared: number | null }[]>`
      SELECT call_log_clear(${id}::uuid) AS cleared`;
    // The clock of the database decides, and it may be behind this process's.
    if (typeof row?.cleared !== "number") return invalid("", "notNow");
    journal.note({
      event: "call-log.cleared",
      subject: { noun: "call-log", id, label: log.fileName },
      after: { cleared: row.cleared },
    });
    return done({ id });
  });
}
