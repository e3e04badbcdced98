import { campaignContentSchema } from "@/lib/domain/campaign/content";
import { EVERY_PURPOSE } from "@/lib/domain/choice/choices";
import { outcomeOf, type CallOutcome } from "@/lib/domain/call-log/outcomes";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findStopsOfLog, type StopAsked } from "@/lib/features/call-log/read/stops";
import type { LogId } from "@/lib/features/call-log/schema";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/** Persons of one statement. */
const AT_ONCE = 5_000;
const LIMITS = { timeoutMs: 600_000 };
/** Milliseconds after the beginning of a call at which it stops the next ones: it is not forbidden by what it heard. */
const AFTER_CALL_MS = 1;

/**
 * Records as choices the objections to marketing, 21(2), and the refusals of what a campaign sells, L221-16, that a log
 * tells of: each person's first, unless the register has a stop then or later. They bind from that instant on, whatever
 * anybody decides. The number is not known here; the key is. Returns how many were added.
 */
export async function recordStops(ctx: Ctx, { id }: LogId): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "call-log.judge")) return refuse({ kind: "forbidden" });
  return write(
    ctx,
    async (tx, journal) => {
      // Lets one process at a time record the stops of a log.
      await tx.$queryRaw`SELECT 1 FROM call_log WHERE id = ${id}::uuid FOR UPDATE`;
      const log = await tx.callLog.findFirst({
        where: { id, state: { in: ["queued", "judging", "judged"] }, stopsRecordedAt: null, clearedAt: null },
        select: { fileName: true, sha256: true, codes: true, outcomes: true, campaign: true },
      });
      if (!log) return done(0);
      const { product } = campaignContentSchema.parse(log.campaign.content);
      const { controllerId } = log.campaign;
      const asked = { org: ctx.scope.org, log: id, controllerId };
      const stated = { sha256: log.sha256, controllerId, callLogId: id };
      const choices =
        (await insertStops({ tx, ctx }, stated, {
          ...asked,
          codes: codesOf(log, "objected"),
          purpose: EVERY_PURPOSE,
        })) +
        (await insertStops({ tx, ctx }, stated, {
          ...asked,
          codes: codesOf(log, "refused"),
          purpose: product,
        }));
      await tx.callLog.updateMany({ where: { id }, data: { stopsRecordedAt: ctx.now } });
      if (choices > 0)
        journal.note({
          event: "call-log.objections",
          subject: { noun: "call-log", id, label: log.fileName },
          after: { choices, sha256: log.sha256 },
        });
      return done(choices);
    },
    LIMITS,
  );
}

function codesOf({ codes, outcomes }: { codes: unknown; outcomes: unknown }, outcome: CallOutcome) {
  // The verbs of this noun wrote them.
  const counted = Object.keys(codes as Record<string, number>);
  const decided = outcomes as Record<string, CallOutcome>;
  return new Set(counted.filter((code) => outcomeOf(code, decided) === outcome));
}

async function insertStops(
  { tx, ctx }: { tx: Tx; ctx: Ctx },
  { sha256, ...named }: { sha256: string; controllerId: string; callLogId: string },
  asked: StopAsked,
): Promise<number> {
  let added = 0;
  for await (const stops of findStopsOfLog(tx, asked, AT_ONCE)) {
    await tx.choice.createMany({
      data: stops.map(({ person, at, line }) => ({
        ...recordedBy(ctx),
        ...named,
        id: newId(ctx.now),
        personKey: new Uint8Array(person),
        act: "telephone",
        purpose: asked.purpose,
        outcome: "refused",
        source: "call",
        decidedAt: new Date(at + AFTER_CALL_MS),
        proof: `sha256:${sha256} #${line}`,
      })),
    });
    added += stops.length;
  }
  return added;
}
