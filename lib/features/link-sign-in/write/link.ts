import { randomInt } from "node:crypto";
import { authClient } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { openSealed, sealText } from "@/lib/platform/secrets/seal";
import { hashToken, newToken } from "@/lib/platform/secrets/token";
import type { Tx } from "@/lib/platform/database/transaction";
import { LINK_LIMITS } from "@/lib/features/link-sign-in/schema";
import { findLink } from "@/lib/features/link-sign-in/read/find-link";

const CODE_DIGITS = 6;

/**
 * Creates a link and code even where no letter is sent, so that timing is equal. An unsent code cannot be guessed, or
 * unsent links would give unlimited attempts.
 */
export async function issueLink(
  tx: Tx,
  { email, browser, isMailed }: { email: string; browser: string; isMailed: boolean },
  now: Date,
): Promise<{ token: string; code: string }> {
  const token = newToken();
  const code = makeCode(isMailed);
  await tx.signInLink.deleteMany({ where: { expiresAt: { lt: now } } });
  await tx.signInLink.create({
    data: {
      id: newId(now),
      email,
      tokenHash: hashToken(token),
      sealedToken: sealText("sign-in-link", token),
      sealedCode: sealText("sign-in-code", code),
      browserHash: hashToken(browser),
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_LIMITS.lifeMs),
    },
  });
  return { token, code };
}

/**
 * Renews this browser's usable link to the same address for fifteen minutes, also where no letter is sent: cookie and
 * lifetime must not disclose a known address. Replaces an unsent code by one of six digits.
 */
export async function renewLink(
  tx: Tx,
  { email, browser, isMailed }: { email: string; browser: string; isMailed: boolean },
  now: Date,
): Promise<{ token: string; code: string } | null> {
  const link = browser === "" ? null : await findLink(browser, now);
  if (link?.email !== email) return null;
  const stored = openSealed("sign-in-code", link.sealedCode);
  const code = isMailed && stored.length !== CODE_DIGITS ? makeCode(isMailed) : stored;
  const expiresAt = new Date(now.getTime() + LINK_LIMITS.lifeMs);
  const sealedCode = sealText("sign-in-code", code);
  await tx.signInLink.updateMany({ where: { id: link.id, usedAt: null }, data: { expiresAt, sealedCode } });
  return { token: openSealed("sign-in-link", link.sealedToken), code };
}

/** Six digits for a letter; otherwise a code that cannot be guessed. */
function makeCode(isMailed: boolean): string {
  return isMailed ? String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0") : newToken();
}

/** Counts before judging, so that concurrent attempts count too; false when none is left. */
export async function countLinkAttempt(id: string, now: Date): Promise<boolean> {
  const { count } = await authClient().signInLink.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now }, tries: { lt: LINK_LIMITS.tries } },
    data: { tries: { increment: 1 } },
  });
  return count === 1;
}

/** False when used concurrently or expired. */
export async function consumeLink(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.signInLink.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
