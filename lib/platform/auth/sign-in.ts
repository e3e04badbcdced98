import { hasSecondFactor } from "@/lib/domain/access/second-factor";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { entryText } from "@/lib/domain/journal/event";
import { authClient } from "@/lib/platform/db";
import { appendToJournal } from "@/lib/platform/journal/append";
import { verifyPassword } from "@/lib/platform/password";
import { forgetTries, takeTry } from "@/lib/platform/rate-limit";
import { withAuth } from "@/lib/platform/transaction";

const QUARTER_HOUR = 15 * 60_000;
const PER_ADDRESS = { tries: 60, windowMs: QUARTER_HOUR };
const PER_ACCOUNT = { tries: 8, windowMs: QUARTER_HOUR };

export type SignInTry = { email: string; password: string; userAgent: string; address: string };

/**
 * The person whose e-mail and password these are, or null: the same answer, in the same time, whether or not the
 * address exists. Somebody with a second factor is not in yet, and nothing is noted until they are. Throws `locked`
 * past the limits, counted per account and per network address.
 */
export async function signIn(attempt: SignInTry, now: Date) {
  const email = attempt.email.trim().toLowerCase();
  if (!isAddress(email)) return null;
  const within =
    (await takeTry(`sign-in:address:${attempt.address}`, PER_ADDRESS, now)) &&
    (await takeTry(signInTriesOf(email), PER_ACCOUNT, now));
  if (!within) {
    await note("sign-in.locked", null, attempt, now);
    throw new Error("locked");
  }
  const person = await authClient().person.findUnique({ where: { email }, include: FACTORS });
  const isRight = await verifyPassword(person?.passwordHash ?? null, attempt.password);
  if (!person || !isRight || person.disabledAt) {
    await note("sign-in.failed", person?.id ?? null, attempt, now);
    return null;
  }
  await forgetTries(signInTriesOf(email));
  const { id, name, passkeys, totpFactor } = person;
  const totp = Boolean(totpFactor?.confirmedAt);
  const needsSecondFactor = hasSecondFactor({ totp, passkeys: passkeys.length });
  if (!needsSecondFactor) await note("sign-in.succeeded", id, attempt, now);
  return { id, name, email: person.email, locale: person.locale, needsSecondFactor };
}

/** The key under which tries at one account are counted. */
export function signInTriesOf(email: string): string {
  return `sign-in:account:${email}`;
}

const FACTORS = {
  totpFactor: { select: { confirmedAt: true } },
  passkeys: { where: { removedAt: null }, take: 1, select: { id: true } },
} as const;

// Length as RFC 5321 allows it; no control character, which the database could not keep.
function isAddress(email: string): boolean {
  return email.length > 0 && email.length <= 254 && !/\p{C}/u.test(email);
}

type Note = "sign-in.succeeded" | "sign-in.failed" | "sign-in.locked";

/** Sign-ins belong to no organisation: the platform's own chain holds them. */
async function note(event: Note, personId: string | null, attempt: SignInTry, now: Date): Promise<void> {
  await withAuth({ org: PLATFORM_CHAIN, scope: "platform" }, (tx) =>
    appendToJournal(tx, PLATFORM_CHAIN, [
      entryText(
        {
          event,
          subject: { noun: "account", id: personId },
          after: {
            address: attempt.address,
            userAgent: attempt.userAgent.slice(0, 300),
            ...(event === "sign-in.succeeded" && { method: "password" }),
          },
        },
        { kind: "person", id: personId },
        now,
      ),
    ]),
  );
}
