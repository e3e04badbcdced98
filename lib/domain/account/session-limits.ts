import type { Role } from "@/lib/domain/access/actor";

/** Limits of a session in milliseconds: without any request, and from its opening on whatever is asked. */
export type SessionLimits = { idleMs: number; absoluteMs: number };

const HOUR = 3_600_000;

/** A working day: no session of any kind lasts longer. */
export const LONGEST_SESSION: SessionLimits = { idleMs: 2 * HOUR, absoluteMs: 12 * HOUR };
/** Shortens the idle time of those who manage members, keys and notices of breaches. */
const OF_STEWARDS: SessionLimits = { idleMs: HOUR, absoluteMs: 12 * HOUR };
/** A letter proves a mailbox, and opens a client's portal or an audit. */
const BY_LETTER: SessionLimits = { idleMs: HOUR, absoluteMs: 8 * HOUR };

const STEWARDS: readonly Role[] = ["owner", "dpo"];

/** Returns the limits of a session by what it was opened with and the roles that it opens. */
export function sessionLimits({
  isByLetter,
  roles,
}: {
  isByLetter: boolean;
  roles: readonly Role[];
}): SessionLimits {
  if (isByLetter) return BY_LETTER;
  return roles.some((role) => STEWARDS.includes(role)) ? OF_STEWARDS : LONGEST_SESSION;
}

/** Instant at which a session ends at the latest; `expiresAt` is that of the longest one, which its row holds. */
export function endsAtMs(expiresAt: Date, { absoluteMs }: SessionLimits): number {
  return expiresAt.getTime() - LONGEST_SESSION.absoluteMs + absoluteMs;
}

/** True while neither limit has passed. */
export function isSessionLive(
  session: { expiresAt: Date; lastSeenAt: Date },
  limits: SessionLimits,
  now: Date,
): boolean {
  const isIdle = now.getTime() - session.lastSeenAt.getTime() > limits.idleMs;
  return !isIdle && now.getTime() < endsAtMs(session.expiresAt, limits);
}
