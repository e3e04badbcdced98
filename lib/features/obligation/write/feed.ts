import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { env } from "@/lib/platform/environment/env";
import type { StaffCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { hashToken, newToken } from "@/lib/platform/secrets/token";
import type { Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/**
 * Makes a member's own address, in place of the one before, which stops answering. The token is in the answer alone: a
 * repeated submission finds the first one's hash and shows nothing.
 */
export async function createFeed(ctx: StaffCtx): Promise<Outcome<{ address: string }>> {
  if (!isAuthorised(ctx, "obligation.read")) return refuse({ kind: "forbidden" });
  const token = newToken();
  const digest = Buffer.from(hashToken(token)).toString("hex");
  const outcome = await write(ctx, async (tx, journal) => {
    const revoked = await revokeLive(tx, ctx);
    const id = newId(ctx.now);
    const owner = { orgId: ctx.scope.org, memberId: ctx.actor.memberId };
    await tx.calendarFeed.create({
      data: { id, ...owner, tokenHash: hashToken(token), createdAt: ctx.now },
    });
    journal.note({
      event: revoked ? "obligation.feed-renewed" : "obligation.feed-created",
      subject: { noun: "obligation", id, label: ctx.actor.name },
    });
    return done({ digest });
  });
  if (!outcome.ok) return outcome;
  if (outcome.value.digest !== digest) return refuse({ kind: "not-found" });
  return done({ address: `${env().AMANA_URL}/api/calendar/${token}` });
}

/** Revokes a member's own address; a member without one is left as they are. */
export async function revokeFeed(ctx: StaffCtx): Promise<Outcome<{ revoked: boolean }>> {
  if (!isAuthorised(ctx, "obligation.read")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const id = await revokeLive(tx, ctx);
    if (id)
      journal.note({
        event: "obligation.feed-revoked",
        subject: { noun: "obligation", id, label: ctx.actor.name },
      });
    return done({ revoked: id !== null });
  });
}

/** Id of the address that was live; null where there was none. */
async function revokeLive(tx: Tx, { actor, now }: StaffCtx): Promise<string | null> {
  const live = await tx.calendarFeed.findFirst({
    where: { memberId: actor.memberId, revokedAt: null },
    select: { id: true },
  });
  if (!live) return null;
  await tx.calendarFeed.updateMany({ where: { id: live.id, revokedAt: null }, data: { revokedAt: now } });
  return live.id;
}
