import { campaignContentSchema } from "@/lib/domain/campaign/content";
import { placesCalled } from "@/lib/domain/campaign/places";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findControllers } from "@/lib/features/call-log/read/log-asked";
import { findProfessional } from "@/lib/features/call-log/read/professional";
import { findCountriesOfPersons } from "@/lib/features/choice/read/controller-country";
import type { LogHead } from "@/lib/features/call-log/schema";
import { newId } from "@/lib/platform/database/ids";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { today, type Ctx } from "@/lib/platform/request/context";
import { authorOf } from "@/lib/platform/write/recorded-by";

/** Milliseconds after which a reading that has written nothing is taken for dead. */
export const READING_LEASE_MS = 300_000;

/** `controllers` are those whose choices its calls are judged by; `countries` are those of the campaign and of its client, by which numbers without a code are read. */
export type BegunLog = { id: string; professional: string; controllers: string[]; countries: string[] };

/** Begins to read a log; of one organisation one at a time, so that calls of two of them are counted once. */
export async function beginLog(ctx: Ctx, head: LogHead, size: number): Promise<Outcome<BegunLog>> {
  if (head.storedUntil < today(ctx)) return invalid("storedUntil", "dayPast");
  return withOrg(ctx.scope, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`call-log ${ctx.scope.org}`}, 0))`;
    await failAbandoned(tx, ctx.now);
    if ((await tx.callLog.count({ where: { state: "reading" } })) > 0) return invalid("", "busy");
    const campaign = await tx.campaign.findFirst({
      where: { id: head.campaignId },
      select: { controllerId: true, content: true },
    });
    if (!campaign) return refuse({ kind: "not-found" });
    const content = campaignContentSchema.parse(campaign.content);
    const professional = await findProfessional(tx, { ...campaign, professional: content.professional });
    const id = newId(ctx.now);
    const { authorId, authorName } = authorOf(ctx.actor);
    await tx.callLog.create({
      data: {
        id,
        orgId: ctx.scope.org,
        campaignId: head.campaignId,
        professionalId: professional,
        fileName: head.fileName,
        fileSize: BigInt(size),
        layout: head.layout,
        head: head.head,
        state: "reading",
        storedUntil: head.storedUntil,
        outcomes: await findOutcomes(tx, head.head),
        leasedUntil: new Date(ctx.now.getTime() + READING_LEASE_MS),
        receivedAt: ctx.now,
        receivedById: authorId,
        receivedByName: authorName,
      },
    });
    const ofClient = (await findCountriesOfPersons(tx, campaign.controllerId)) ?? [];
    const controllers = await findControllers(tx, campaign.controllerId);
    return done({
      id,
      professional,
      controllers,
      countries: [...new Set([...placesCalled(content), ...ofClient])],
    });
  });
}

/** Outcomes that a person decided of codes in the last log of that head. */
async function findOutcomes(tx: Tx, head: string): Promise<Record<string, string>> {
  const remembered = head === "" ? null : await tx.callLayout.findFirst({ where: { head } });
  return (remembered?.outcomes ?? {}) as Record<string, string>;
}

/** Ends readings whose process has died, and deletes what they had stored. */
export async function failAbandoned(tx: Tx, now: Date): Promise<void> {
  const dead = await tx.callLog.findMany({
    where: { state: "reading", leasedUntil: { lte: now } },
    select: { id: true },
  });
  for (const { id } of dead) await failLog(tx, { id, failure: "interrupted" });
}

/** Marks a reading as failed, and deletes what it had stored. */
export async function failLog(
  tx: Tx,
  { id, failure, sameAs }: { id: string; failure: string; sameAs?: string },
): Promise<void> {
  await tx.callLog.updateMany({
    where: { id, state: "reading" },
    data: { state: "failed", failure, leasedUntil: null, ...(sameAs && { sameAs }) },
  });
  await tx.$queryRaw`SELECT call_log_clear(${id}::uuid)`;
}
