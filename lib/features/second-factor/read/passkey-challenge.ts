import { randomBytes } from "node:crypto";
import { authClient } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { hashToken } from "@/lib/platform/secrets/token";

const LIFE_MS = 5 * 60_000;

/** To add a passkey, to come in with one alone, to answer after the password, or to prove oneself in a session. */
export type Purpose = "add" | "sign-in" | "second-step" | "confirm";

/** 32 random bytes to be signed once, within five minutes, for one purpose and perhaps by one person. */
export async function openPasskeyChallenge(
  purpose: Purpose,
  personId: string | null,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(randomBytes(32));
  await authClient().passkeyChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
  await authClient().passkeyChallenge.create({
    data: {
      id: newId(now),
      challengeHash: hashToken(Buffer.from(bytes).toString("base64url")),
      purpose,
      personId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFE_MS),
    },
  });
  return bytes;
}

/** True once for a challenge that was opened for this: what follows may fail, the challenge is gone. */
export async function consumePasskeyChallenge(
  challenge: string,
  purpose: Purpose,
  personId: string | null,
  now: Date,
): Promise<boolean> {
  const { count } = await authClient().passkeyChallenge.updateMany({
    where: { challengeHash: hashToken(challenge), purpose, personId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
