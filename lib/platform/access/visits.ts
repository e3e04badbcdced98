import { authClient } from "@/lib/platform/database/clients";
import { withAuth, enterPerson, PLATFORM } from "@/lib/platform/database/transaction";
import type { SignedIn } from "@/lib/platform/request/session-store";

/**
 * A session's first look into a portal begins a visit: the one before it is what "since your last visit" counts from.
 * Two pages at once note it once.
 */
export async function recordVisit(
  { person, sessionId }: Pick<SignedIn, "person" | "sessionId">,
  contactId: string,
  now: Date,
): Promise<void> {
  await withAuth(PLATFORM, async (tx) => {
    await enterPerson(tx, person.id);
    await tx.$executeRaw`
      UPDATE controller_contact
      SET previous_visit_at = last_visit_at, last_visit_at = ${now}, visit_session_id = ${sessionId}::uuid
      WHERE id = ${contactId}::uuid AND visit_session_id IS DISTINCT FROM ${sessionId}::uuid`;
  });
}

/** True where this very line waits for its first sign-in from that address. */
export async function isAwaited(contactId: string, email: string, now: Date): Promise<boolean> {
  const found = await authClient().controllerContact.findFirst({
    where: { id: contactId, email, personId: null, endedAt: null, expiresAt: { gt: now } },
    select: { id: true },
  });
  return found !== null;
}

/** True where this very grant is open and waits for its first sign-in from that address. */
export async function isGrantAwaited(id: string, email: string, now: Date): Promise<boolean> {
  const found = await authClient().auditGrant.findFirst({
    where: {
      id,
      email,
      personId: null,
      revokedAt: null,
      collectedAt: { not: null },
      startsAt: { lte: now },
      endsAt: { gt: now },
    },
    select: { id: true },
  });
  return found !== null;
}
