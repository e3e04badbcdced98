import { isProofFresh } from "@/lib/domain/access/second-factor";
import { invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import { authClient } from "@/lib/platform/database/clients";
import type { StaffCtx } from "@/lib/platform/request/context";
import { countAttempt, resetAttempts } from "@/lib/platform/request/rate-limit";
import { verifyPassword } from "@/lib/platform/secrets/password";

const TRIES = { tries: 8, windowMs: 15 * 60_000 };

/** Null for the right password. Attempts are counted as at sign-in. */
export async function refuseWrongPassword(
  personId: string,
  password: string,
  now: Date,
): Promise<Outcome<never> | null> {
  const person = await authClient().person.findUnique({ where: { id: personId } });
  if (person?.passwordHash === null) return invalid("password", "noPassword");
  if (password === "") return invalid("password", "required");
  const key = `password:account:${personId}`;
  if (!(await countAttempt(key, TRIES, now))) return invalid("password", "tooManyTries");
  if (!(await verifyPassword(person?.passwordHash ?? null, password)))
    return invalid("password", "wrongPassword");
  await resetAttempts(key);
  return null;
}

/** Null for a proof of five minutes or the right password: what follows could hand the organisation to somebody else. */
export async function refuseUnlessPresent(
  { actor, provedAt = null, now }: StaffCtx,
  password: string,
): Promise<Outcome<never> | null> {
  return isProofFresh(provedAt, now) ? null : refuseWrongPassword(actor.personId, password, now);
}
