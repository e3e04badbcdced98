import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { networkOf } from "@/lib/platform/auth/device";
import { isRefusalJournalled } from "@/lib/platform/auth/refusal-counts";
import { isWithinSum } from "@/lib/platform/auth/sum-of-all";
import { resetSignInAttempts } from "@/lib/platform/auth/sign-in";
import type { SelfCtx } from "@/lib/platform/request/context";
import { env } from "@/lib/platform/environment/env";
import { queueToPerson } from "@/lib/platform/mail/queue-to-person";
import { hashPassword } from "@/lib/platform/secrets/password";
import { countAttempt } from "@/lib/platform/request/rate-limit";
import { endSessions } from "@/lib/platform/request/session-store";
import { writeAsSelf } from "@/lib/platform/write/write";
import { refusalOfOwnPassword } from "@/lib/features/account/read/own-words";
import { deletePendingFactors, passwordLetter } from "./change-password";
import { findPersonByEmail, findToken } from "@/lib/features/account/read/queries";
import type { ForgotInput, ResetInput } from "@/lib/features/account/schema";
import { issueToken, consumeToken, withdrawTokens } from "./tokens";

const HOUR = 3_600_000;
/** Prevents flooding of a mailbox. */
const PER_ACCOUNT = { tries: 3, windowMs: HOUR };
const PER_NETWORK = { tries: 20, windowMs: HOUR };
const OF_ALL = { tries: 600, windowMs: HOUR };

type Device = SelfCtx["device"];

/**
 * Returns the same outcome for known, unknown, disabled and exhausted addresses. Only the network, from which nothing is
 * learnt, is told of its limit. Requests that send no letter are entries of the journal as refused sign-ins are: the rest
 * is counted.
 */
export async function requestReset(
  { email }: ForgotInput,
  device: Device,
  now: Date,
): Promise<Outcome<null>> {
  if (!(await countAttempt(`reset:network:${networkOf(device.address)}`, PER_NETWORK, now)))
    return invalid("email", "tooManyTries");
  if (!(await isWithinSum("reset", { email, address: device.address }, OF_ALL, now)))
    return invalid("email", "tooManyTries");
  const isWithin = await countAttempt(`reset:account:${email}`, PER_ACCOUNT, now);
  const person = isWithin ? await findPersonByEmail(email) : null;
  const isJournalled = person !== null || (await isRefusalJournalled(device.address, now));
  return writeAsSelf({ person, now }, async (tx, journal) => {
    if (person) {
      const token = await issueToken(tx, { kind: "password-reset", personId: person.id }, now);
      await queueToPerson(tx, person.id, resetLetter(person, token), now);
    }
    if (isJournalled)
      journal.note({
        event: "password.reset-requested",
        subject: { noun: "account", id: person?.id ?? null },
        after: { address: device.address, userAgent: device.userAgent.slice(0, 300) },
      });
    return done(null);
  });
}

/** Ends every session and opens none: a second factor must still be given. */
export async function resetPassword(
  { token, newPassword }: ResetInput,
  device: Device,
  now: Date,
): Promise<Outcome<null>> {
  // Checks the link first: a hash costs 19 MiB.
  const { state, person } = await findToken("password-reset", token, now);
  if (state !== "good" || !person) return refuse({ kind: "not-found" });
  const refused = await refusalOfOwnPassword(newPassword, person);
  if (refused) return invalid("newPassword", refused);
  const passwordHash = await hashPassword(newPassword);
  const outcome = await writeAsSelf<null>({ person, now }, async (tx, journal) => {
    if (!(await consumeToken(tx, "password-reset", token, now))) return refuse({ kind: "not-found" });
    await tx.person.update({ where: { id: person.id }, data: { passwordHash } });
    await endSessions(tx, person.id, now);
    await deletePendingFactors(tx, person.id);
    // Pending changes of address were requested with the old password.
    await withdrawTokens(tx, person.id, ["password-reset", "email-change", "email-keep"], now);
    await queueToPerson(tx, person.id, passwordLetter(person), now);
    journal.note({
      event: "password.reset",
      subject: { noun: "account", id: person.id },
      after: { address: device.address, userAgent: device.userAgent.slice(0, 300) },
    });
    return done(null);
  });
  // Resets the count of attempts, so that the new password is not locked.
  if (outcome.ok) await resetSignInAttempts(person.email, device.address);
  return outcome;
}

function resetLetter({ name, email, locale }: SelfCtx["person"], token: string) {
  return {
    template: "password-reset",
    locale,
    to: { name, address: email },
    params: { name },
    secrets: { link: `${env().AMANA_URL}/reset-password/${token}` },
  };
}
