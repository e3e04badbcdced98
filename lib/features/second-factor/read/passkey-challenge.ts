import { randomBytes } from "node:crypto";
import { authClient } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { hashToken } from "@/lib/platform/secrets/token";

const LIFE_MS = 5 * 60_000;

export type Purpose = "add" | "sign-in" | "second-step" | "confirm";

/** 32 random bytes, valid five minutes for one purpose and perhaps one person. */
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

/** True once per challenge: it is consumed even where verification fails. */
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
