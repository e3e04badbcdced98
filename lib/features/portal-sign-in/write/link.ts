import { randomInt } from "node:crypto";
import { authClient } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { openSealed, sealText } from "@/lib/platform/secrets/seal";
import { hashToken, newToken } from "@/lib/platform/secrets/token";
import type { Tx } from "@/lib/platform/database/transaction";
import { LINK_LIMITS } from "@/lib/features/portal-sign-in/schema";
import { findLink } from "@/lib/features/portal-sign-in/read/find-link";

const CODE_DIGITS = 6;

/**
 * Makes a link and its code for the browser that asks, even where nobody is written to: the time is the same. What goes
 * out in no letter cannot be guessed either, or links without letters would be as many tries as anybody likes.
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
 * The link that this browser has asked for to the same address and can still use, good for another quarter of an hour:
 * either letter opens. It is renewed where nobody is written to as well: what the browser is named, and for how long,
 * would tell a stranger whether the address is known. A code that no letter bore becomes one that can be typed.
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

/** Six digits for a letter; what goes out in none cannot be guessed. */
function makeCode(isMailed: boolean): string {
  return isMailed ? String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0") : newToken();
}

/** Counts a try before it is judged, so that many at once are counted too; false when none is left. */
export async function countLinkAttempt(id: string, now: Date): Promise<boolean> {
  const { count } = await authClient().signInLink.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now }, tries: { lt: LINK_LIMITS.tries } },
    data: { tries: { increment: 1 } },
  });
  return count === 1;
}

/** Uses it up; false when somebody else was first, or it grew too old. */
export async function consumeLink(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.signInLink.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
