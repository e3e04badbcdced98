import type { Role, StaffActor } from "@/lib/domain/access/actor";
import type { OrgScope } from "@/lib/domain/access/scope";
import { authClient } from "@/lib/platform/database/clients";
import { mintScope } from "@/lib/platform/database/scope";
import { withAuth } from "@/lib/platform/database/transaction";
import { hashToken } from "@/lib/platform/secrets/token";

/** Member whose calendar asks, with what their role lets them see. */
export type CalendarReader = {
  feedId: string;
  actor: StaffActor;
  scope: OrgScope;
  locale: string;
  organisation: { slug: string; legalName: string };
};

/** Finds whose address a token is; null for one that is unknown or revoked, and for a member who left. */
export async function readCalendarToken(token: string): Promise<CalendarReader | null> {
  const feed = await authClient().calendarFeed.findFirst({
    where: { tokenHash: hashToken(token), revokedAt: null },
    select: { id: true, orgId: true, memberId: true },
  });
  if (!feed) return null;
  const { orgId, memberId } = feed;
  const found = await withAuth({ org: orgId, scope: "staff" }, async (tx) => {
    const member = await tx.member.findFirst({
      where: { id: memberId, orgId, endedAt: null },
      select: { personId: true, role: true, name: true },
    });
    const person =
      member &&
      (await tx.person.findFirst({
        where: { id: member.personId, disabledAt: null },
        select: { locale: true },
      }));
    const organisation = await tx.organisation.findUniqueOrThrow({
      where: { id: orgId },
      select: { slug: true, legalName: true },
    });
    return member && person && { member, locale: person.locale, organisation };
  });
  if (!found) return null;
  const { member, locale, organisation } = found;
  return {
    feedId: feed.id,
    locale,
    organisation,
    scope: mintScope({ org: orgId, scope: "staff" }),
    actor: { kind: "staff", memberId, orgId, ...member, role: member.role as Role },
  };
}
