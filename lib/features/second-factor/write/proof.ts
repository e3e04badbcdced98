import { readRecoveryCode } from "@/lib/domain/account/recovery-code";
import { readTotpCode } from "@/lib/domain/account/totp-steps";
import type { Outcome } from "@/lib/domain/outcome/outcome";
import type { SelfCtx } from "@/lib/platform/request/context";
import { refuseWrongPassword } from "@/lib/platform/auth/presence";
import { resetAttempts, countAttempt } from "@/lib/platform/request/rate-limit";
import type { Tx } from "@/lib/platform/database/transaction";
import { consumeRecoveryCode } from "./recovery-codes";
import { isSessionFresh } from "@/lib/features/second-factor/read/fresh-session";
import { readTotpKey, stepOfCode } from "@/lib/features/second-factor/read/totp";

const TRIES = { tries: 8, windowMs: 15 * 60_000 };

/** Null for a recent session or the right password. Attempts are counted as at sign-in. */
export async function refuseUnlessProved(
  ctx: SelfCtx,
  password: string,
  { always = false } = {},
): Promise<Outcome<never> | null> {
  if (!always && (await isSessionFresh(ctx))) return null;
  return refuseWrongPassword(ctx.person.id, password, ctx.now);
}

/** Counts codes per person, on every form. */
export function countCodeAttempt(personId: string, now: Date): Promise<boolean> {
  return countAttempt(codeTries(personId), TRIES, now);
}

export function resetCodeAttempts(personId: string): Promise<void> {
  return resetAttempts(codeTries(personId));
}

/** Consumes an application or recovery code; null when wrong or used. */
export async function consumeCode(
  tx: Tx,
  personId: string,
  typed: string,
  now: Date,
): Promise<"totp" | "recovery" | null> {
  const totp = readTotpCode(typed);
  if (totp) return (await consumeTotpCode(tx, personId, totp, now)) ? "totp" : null;
  const recovery = readRecoveryCode(typed);
  if (recovery) return (await consumeRecoveryCode(tx, personId, recovery, now)) ? "recovery" : null;
  return null;
}

/** Consumes each step once: the database admits one of two requests. */
async function consumeTotpCode(tx: Tx, personId: string, code: string, now: Date): Promise<boolean> {
  const factor = await tx.totpFactor.findUnique({ where: { personId } });
  if (!factor?.sealed || !factor.confirmedAt) return false;
  const step = stepOfCode(code, { key: readTotpKey(factor.sealed), lastStep: factor.lastStep, now });
  if (step === null) return false;
  const { count } = await tx.totpFactor.updateMany({
    where: {
      personId,
      confirmedAt: { not: null },
      OR: [{ lastStep: null }, { lastStep: { lt: step } }],
    },
    data: { lastStep: step },
  });
  return count === 1;
}

function codeTries(personId: string): string {
  return `second-factor:account:${personId}`;
}
