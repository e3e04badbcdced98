import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { SelfCtx } from "@/lib/platform/request/context";
import { endSessions } from "@/lib/platform/request/session-store";
import { writeAsSelf } from "@/lib/platform/write/write";
import { openSessionsOf } from "@/lib/features/account/read/queries";
import type { SessionInput } from "@/lib/features/account/schema";

/** Answers "not found" for another person's session. */
export async function endSession(
  { person, now }: SelfCtx,
  { id }: SessionInput,
): Promise<Outcome<{ id: string }>> {
  return writeAsSelf({ person, now }, async (tx, journal) => {
    const { count } = await tx.session.updateMany({
      where: { ...openSessionsOf(person.id, now), id },
      data: { revokedAt: now },
    });
    if (count === 0) return refuse({ kind: "not-found" });
    journal.note({ event: "session.revoked", subject: { noun: "session", id } });
    return done({ id });
  });
}

export async function endOtherSessions({
  person,
  sessionId,
  now,
}: SelfCtx): Promise<Outcome<{ ended: number }>> {
  return writeAsSelf({ person, now }, async (tx, journal) => {
    const ended = await tx.session.count({
      where: { ...openSessionsOf(person.id, now), id: { not: sessionId } },
    });
    // Ends idle sessions too, so that no clock set back could reopen them.
    await endSessions(tx, person.id, now, sessionId);
    if (ended > 0) {
      journal.note({
        event: "session.all-revoked",
        subject: { noun: "account", id: person.id },
        after: { endedSessions: ended },
      });
    }
    return done({ ended });
  });
}
