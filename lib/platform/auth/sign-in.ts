import { createHash } from "node:crypto";
import { hasSecondFactor } from "@/lib/domain/access/second-factor";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { entryText } from "@/lib/domain/journal/event";
import { networkOf } from "@/lib/platform/auth/device";
import { findMark } from "@/lib/platform/auth/known-device";
import { findNetworks } from "@/lib/platform/auth/known-networks";
import { isRefusalJournalled } from "@/lib/platform/auth/refusal-counts";
import { authClient } from "@/lib/platform/database/clients";
import { appendToJournal } from "@/lib/platform/journal/append";
import { verifyPassword } from "@/lib/platform/secrets/password";
import { resetAttempts, countAttempt, type Limit } from "@/lib/platform/request/rate-limit";
import { withAuth } from "@/lib/platform/database/transaction";

const QUARTER_HOUR = 15 * 60_000;
const PER_NETWORK = { tries: 60, windowMs: QUARTER_HOUR };
const PER_ACCOUNT = { tries: 8, windowMs: QUARTER_HOUR };

/** `marks` is what the browser shows of who has signed in there. */
export type SignInTry = {
  email: string;
  password: string;
  userAgent: string;
  address: string;
  marks?: string;
};

/**
 * The person whose e-mail and password these are, or null: the same answer, in the same time, whether or not the
 * address exists. Somebody with a second factor is not in yet, and nothing is noted until they are. Throws `locked`
 * past the limits.
 */
export async function signIn(attempt: SignInTry, now: Date) {
  const email = attempt.email.trim().toLowerCase();
  if (!isAddress(email)) return null;
  const person = await authClient().person.findUnique({ where: { email }, include: FACTORS });
  const key = await countSignInAttempt({ ...attempt, email }, person?.id ?? null, now);
  if (!key) {
    await journalAttempt("sign-in.locked", null, attempt, now);
    throw new Error("locked");
  }
  const isRight = await verifyPassword(person?.passwordHash ?? null, attempt.password);
  if (!person || !isRight || person.disabledAt) {
    await journalAttempt("sign-in.failed", person?.id ?? null, attempt, now);
    return null;
  }
  await resetAttempts(key);
  const { id, name, passkeys, totpFactor } = person;
  const totp = Boolean(totpFactor?.confirmedAt);
  const needsSecondFactor = hasSecondFactor({ totp, passkeys: passkeys.length });
  if (!needsSecondFactor) await journalAttempt("sign-in.succeeded", id, attempt, now);
  return { id, name, email: person.email, locale: person.locale, needsSecondFactor };
}

/**
 * Counts a try, and answers under which key; null past its limit. Strangers use up the tries of an account among
 * themselves: a browser that its person has signed in from has tries of its own, even where its network has none left,
 * and so has a network.
 */
async function countSignInAttempt(
  { email, address, marks = "" }: SignInTry,
  personId: string | null,
  now: Date,
): Promise<string | null> {
  const within = async (key: string, limit: Limit) => ((await countAttempt(key, limit, now)) ? key : null);
  const mark = personId && findMark(marks, personId, now);
  if (mark) return within(`sign-in:device:${hashOf(mark)}`, PER_ACCOUNT);
  const network = networkOf(address);
  if (!(await within(`sign-in:address:${network}`, PER_NETWORK))) return null;
  const known = await findNetworks(email, now);
  return within(
    known.has(network) ? `${signInTriesOf(email)}:${network}` : signInTriesOf(email),
    PER_ACCOUNT,
  );
}

function hashOf(mark: string): string {
  return createHash("sha256").update(mark).digest("hex");
}

/** The key under which tries at one account are counted. */
function signInTriesOf(email: string): string {
  return `sign-in:account:${email}`;
}

/** Another password is due: the tries at the one before are over, those of strangers and those of this network. */
export async function resetSignInAttempts(email: string, address: string): Promise<void> {
  await resetAttempts(signInTriesOf(email));
  await resetAttempts(`${signInTriesOf(email)}:${networkOf(address)}`);
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
async function journalAttempt(
  event: Note,
  personId: string | null,
  attempt: SignInTry,
  now: Date,
): Promise<void> {
  if (event !== "sign-in.succeeded" && !(await isRefusalJournalled(attempt.address, now))) return;
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
