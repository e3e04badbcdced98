import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { SelfCtx } from "@/lib/platform/request/context";
import { endSessions } from "@/lib/platform/request/session-store";
import { writeAsSelf } from "@/lib/platform/write/write";
import { openSessionsOf } from "@/lib/features/account/read/queries";
import type { SessionInput } from "@/lib/features/account/schema";

/** Ends one of one's own sessions; somebody else's is "not found". */
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

/** Ends every session but the one it is asked in. */
export async function endOtherSessions({
  person,
  sessionId,
  now,
}: SelfCtx): Promise<Outcome<{ ended: number }>> {
  return writeAsSelf({ person, now }, async (tx, journal) => {
    const ended = await tx.session.count({
      where: { ...openSessionsOf(person.id, now), id: { not: sessionId } },
    });
    // Idle ones too: none is to be opened again by a clock that was put back.
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
