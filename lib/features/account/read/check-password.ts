import { isFactorFresh } from "@/lib/domain/access/second-factor";
import type { Outcome } from "@/lib/domain/outcome/outcome";
import { done, invalid } from "@/lib/domain/outcome/outcome";
import type { SelfCtx } from "@/lib/platform/request/context";
import { verifyPassword } from "@/lib/platform/secrets/password";
import { resetAttempts, countAttempt } from "@/lib/platform/request/rate-limit";
import { findHasFactor, findPasswordHash } from "./queries";

const TRIES = { tries: 8, windowMs: 15 * 60_000 };

/**
 * Requires the password before a security change (ASVS 7.5.1), and a recent second factor where one exists, because a
 * password may have leaked.
 */
export async function checkOwnPassword(
  { person, secondFactorAt, now }: SelfCtx,
  password: string,
): Promise<Outcome<string>> {
  const key = `own-password:${person.id}`;
  if (!(await countAttempt(key, TRIES, now))) return invalid("currentPassword", "tooManyTries");
  const { passwordHash } = await findPasswordHash(person.id);
  const isRight = await verifyPassword(passwordHash, password);
  if (passwordHash === null || !isRight) return invalid("currentPassword", "passwordWrong");
  await resetAttempts(key);
  if (!isFactorFresh(secondFactorAt, now) && (await findHasFactor(person.id)))
    return invalid("currentPassword", "factorFirst");
  return done(passwordHash);
}
