import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { hashToken, newToken } from "@/lib/platform/secrets/token";

/** A calendar address that was read once. */
export async function makeCalendarFeed({ scope, actor, now }: StaffCtx): Promise<void> {
  const [id, orgId] = [newId(now), scope.org];
  const read = {
    day: "2026-11-24",
    address: "192.0.2.7",
    userAgent: "Thunderbird",
    firstAt: now,
    lastAt: now,
  };
  await withOrg(scope, async (tx) => {
    await tx.calendarFeed.create({
      data: { id, orgId, memberId: actor.memberId, tokenHash: hashToken(newToken()), createdAt: now },
    });
    await tx.calendarFeedRead.create({ data: { ...read, feedId: id, orgId } });
  });
}
