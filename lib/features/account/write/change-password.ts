import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { SelfCtx } from "@/lib/platform/request/context";
import { queueToPerson } from "@/lib/platform/mail/queue-to-person";
import { hashPassword } from "@/lib/platform/secrets/password";
import { endSessions } from "@/lib/platform/request/session-store";
import type { Tx } from "@/lib/platform/database/transaction";
import { writeAsSelf } from "@/lib/platform/write/write";
import { checkOwnPassword } from "@/lib/features/account/read/check-password";
import { refusalOfOwnPassword } from "@/lib/features/account/read/own-words";
import type { PasswordChangeInput } from "@/lib/features/account/schema";
import { withdrawTokens } from "./tokens";

/** Ends every other session: the old password may be known to others (ASVS 7.4.3). */
export async function changePassword(
  ctx: SelfCtx,
  { currentPassword, newPassword }: PasswordChangeInput,
): Promise<Outcome<null>> {
  const { person, sessionId, device, now } = ctx;
  const checked = await checkOwnPassword(ctx, currentPassword);
  if (!checked.ok) return refuse(checked.refusal);
  if (newPassword === currentPassword) return invalid("newPassword", "passwordSame");
  const refused = await refusalOfOwnPassword(newPassword, person);
  if (refused) return invalid("newPassword", refused);
  const passwordHash = await hashPassword(newPassword);
  return writeAsSelf({ person, now }, async (tx, journal) => {
    // The first of two concurrent changes wins: the second used a password no longer current.
    const { count } = await tx.person.updateMany({
      where: { id: person.id, passwordHash: checked.value },
      data: { passwordHash },
    });
    if (count === 0) return invalid("currentPassword", "passwordWrong");
    await endSessions(tx, person.id, now, sessionId);
    await deletePendingFactors(tx, person.id);
    await withdrawTokens(tx, person.id, ["password-reset"], now);
    await queueToPerson(tx, person.id, passwordLetter(person), now);
    journal.note({
      event: "password.changed",
      subject: { noun: "account", id: person.id },
      after: { address: device.address, userAgent: device.userAgent.slice(0, 300) },
    });
    return done(null);
  });
}

/**
 * Deletes pending second steps and unconfirmed authenticator keys: whoever began them knew the old password and would
 * have the codes.
 */
export async function deletePendingFactors(tx: Tx, personId: string): Promise<void> {
  await tx.signInChallenge.deleteMany({ where: { personId } });
  await tx.totpFactor.updateMany({ where: { personId, confirmedAt: null }, data: { sealed: null } });
}

/** Informs a person who did not make the change. */
export function passwordLetter({ name, email, locale }: SelfCtx["person"]) {
  return { template: "password-changed", locale, to: { name, address: email }, params: { name } };
}
