import { can } from "@/lib/domain/nouns/policy";
import { outcomeOf, type CallOutcome } from "@/lib/domain/call-log/outcomes";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findObjections } from "@/lib/features/call-log/read/objections";
import type { LogId } from "@/lib/features/call-log/schema";
import { newId } from "@/lib/platform/database/ids";
import type { Ctx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { write } from "@/lib/platform/write/write";

/** People of one act: a log has some hundreds who object, a million lines some thousands. */
const AT_ONCE = 5_000;
const LIMITS = { timeoutMs: 120_000 };

/**
 * Records as choices the objections that a log tells of, by a person's decision: each person's first, unless the register
 * has a stop at that instant or later. The number is not known here; the key is.
 */
export async function recordObjections(ctx: Ctx, { id }: LogId): Promise<Outcome<LogId>> {
  if (!can(ctx.actor, "call-log.decide") || !can(ctx.actor, "choice.record"))
    return refuse({ kind: "forbidden" });
  return write(
    ctx,
    async (tx, journal) => {
      const log = await tx.callLog.findFirst({
        where: { id, state: "judged" },
        select: { fileName: true, sha256: true, codes: true, outcomes: true, campaign: true },
      });
      if (!log) return refuse({ kind: "not-found" });
      const { controllerId } = log.campaign;
      const codes = Object.keys(log.codes as Record<string, number>).filter(
        (code) => outcomeOf(code, log.outcomes as Record<string, CallOutcome>) === "objected",
      );
      const asked = { org: ctx.scope.org, log: id, codes: new Set(codes), controllerId };
      const found = await findObjections(tx, asked, AT_ONCE);
      if (found.length === 0) return invalid("", "noObjections");
      await tx.choice.createMany({
        data: found.map(({ person, at, line }) => ({
          ...{ ...recordedBy(ctx), id: newId(ctx.now), controllerId, personKey: new Uint8Array(person) },
          ...{ act: "telephone", purpose: "", outcome: "refused", decidedAt: at, source: "call" },
          proof: `sha256:${log.sha256} #${line}`,
        })),
      });
      journal.note({
        event: "call-log.objections",
        subject: { noun: "call-log", id, label: log.fileName },
        after: { choices: found.length, sha256: log.sha256 },
      });
      return done({ id });
    },
    LIMITS,
  );
}
