import { authClient } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { hashToken, newToken } from "@/lib/platform/secrets/token";
import type { Tx } from "@/lib/platform/database/transaction";

/** Five minutes to find the telephone, five codes to type it right. */
export const CHALLENGE_LIMITS = { lifeMs: 5 * 60_000, tries: 5 };

/** Person who has given the right password, or followed a link of a letter, and the path to return to. */
export type Challenge = {
  id: string;
  first: string;
  returnPath: string;
  person: { id: string; name: string; email: string; locale: string };
};

/** Notes that the first step was right, and returns the opaque token that goes into the cookie. */
export async function openChallenge(
  personId: string,
  returnPath: string,
  now: Date,
  first: "password" | "link" = "password",
): Promise<string> {
  const token = newToken();
  await authClient().signInChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
  await authClient().signInChallenge.create({
    data: {
      id: newId(now),
      tokenHash: hashToken(token),
      personId,
      first,
      returnPath: returnPath.slice(0, 2000),
      createdAt: now,
      expiresAt: new Date(now.getTime() + CHALLENGE_LIMITS.lifeMs),
    },
  });
  return token;
}

/** Returns null for a token that is unknown, used, too old, tried too often, or of a closed account. */
export async function findChallenge(token: string, now: Date): Promise<Challenge | null> {
  const found = await authClient().signInChallenge.findFirst({
    where: {
      tokenHash: hashToken(token),
      usedAt: null,
      expiresAt: { gt: now },
      tries: { lt: CHALLENGE_LIMITS.tries },
      person: { disabledAt: null },
    },
    select: {
      id: true,
      first: true,
      returnPath: true,
      person: { select: { id: true, name: true, email: true, locale: true } },
    },
  });
  return found;
}

/** Counts a try before it is judged, so that many at once are counted too; false when none is left. */
export async function countChallengeAttempt(id: string, now: Date): Promise<boolean> {
  const { count } = await authClient().signInChallenge.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now }, tries: { lt: CHALLENGE_LIMITS.tries } },
    data: { tries: { increment: 1 } },
  });
  return count === 1;
}

/** Uses it up; false when somebody else was first, or it grew too old. */
export async function consumeChallenge(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.signInChallenge.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
