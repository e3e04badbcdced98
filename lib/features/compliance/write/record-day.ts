import { figuresOf } from "@/lib/domain/compliance/trend";
import { todayAtHome } from "@/lib/domain/obligation/types";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findJudgedAt } from "@/lib/features/compliance/read/judged-at";
import { countCells } from "@/lib/features/compliance/read/findings";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";

/**
 * Stores the figures of the day, once: at the first run of the day, so that a machine that wakes late has the day still.
 * A day that passed without a run stays unknown. Returns the number of figures.
 */
export async function recordDay(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "compliance.record")) return refuse({ kind: "forbidden" });
  const day = todayAtHome(ctx.now.getTime());
  return withOrg(ctx.scope, async (tx) => {
    if (await isRecorded(tx, day)) return done(0);
    await lockDay(tx, ctx.scope.org);
    if (await isRecorded(tx, day)) return done(0);
    const figures = figuresOf(await countCells(tx, await findJudgedAt(tx, ctx.now)));
    const { count } = await tx.complianceDay.createMany({
      data: figures.map((figure) => ({ ...figure, orgId: ctx.scope.org, day, recordedAt: ctx.now })),
    });
    return done(count);
  });
}

async function isRecorded(tx: Tx, day: string): Promise<boolean> {
  return (await tx.complianceDay.count({ where: { day, party: "all" }, take: 1 })) > 0;
}

/** Serialises readings of an organisation, so that a day never has figures of two instants. */
async function lockDay(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`compliance-day ${org}`}, 0))`;
}
