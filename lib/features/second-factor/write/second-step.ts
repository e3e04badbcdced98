import { returnPathSchema } from "@/lib/domain/account/return-path";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import {
  findChallenge,
  consumeChallenge,
  countChallengeAttempt,
  type Challenge,
} from "@/lib/platform/auth/challenge";
import { networkOf } from "@/lib/platform/auth/device";
import { isRefusalJournalled } from "@/lib/platform/auth/refusal-counts";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { countAttempt } from "@/lib/platform/request/rate-limit";
import { meansAfter, openSession, type Means } from "@/lib/platform/request/session-store";
import type { Tx } from "@/lib/platform/database/transaction";
import { writeAsSelf } from "@/lib/platform/write/write";
import { withCode } from "./mutations";
import { assertionOptions, countUse, readAssertion } from "./passkey-ceremony";
import { countCodeAttempt } from "./proof";
import type { AssertionInput } from "@/lib/features/second-factor/schema";

type Device = { userAgent: string; address: string };

/** Session token for the cookie, and the next address. */
export type OpenedSession = { token: string; next: string };

const QUARTER = 15 * 60_000;
/** Limits of a request that every sign-in page makes and that writes a row: of one network, and of all together. */
const OPTIONS_PER_NETWORK = { tries: 300, windowMs: QUARTER };
const OPTIONS_OF_ALL = { tries: 6_000, windowMs: QUARTER };
const ANSWERS_PER_NETWORK = { tries: 60, windowMs: QUARTER };

/** Returns "not-found" after expiry. */
export async function answerWithCode(
  token: string,
  code: string,
  device: Device,
  now: Date,
): Promise<Outcome<OpenedSession>> {
  const challenge = await findChallenge(token, now);
  if (!challenge || !(await countChallengeAttempt(challenge.id, now))) return refuse({ kind: "not-found" });
  return withCode({ ...challenge, device, now }, code, (tx, journal, means) =>
    completeSignIn(tx, journal, challenge, { means, device, now }),
  );
}

export async function answerWithPasskey(
  token: string,
  response: AssertionInput,
  device: Device,
  now: Date,
): Promise<Outcome<OpenedSession>> {
  const challenge = await findChallenge(token, now);
  if (!challenge || !(await countChallengeAttempt(challenge.id, now))) return refuse({ kind: "not-found" });
  const { person } = challenge;
  if (!(await countCodeAttempt(person.id, now))) return invalid("", "tooManyTries");
  const passkey = await readAssertion("second-step", person.id, response, now);
  if (!passkey) return journalRefusal(person.id, device, now);
  return writeAsSelf({ person, now }, async (tx, journal) => {
    if (!(await countUse(tx, passkey, now))) return invalid("", "passkeyRefused");
    return completeSignIn(tx, journal, challenge, { means: "password+passkey", device, now });
  });
}

/** Consumes the challenge and opens the session in the transaction that consumed the factor. */
async function completeSignIn(
  tx: Tx,
  journal: JournalDraft,
  { id, first, person, returnPath }: Challenge,
  { means: second, device, now }: { means: Means; device: Device; now: Date },
): Promise<Outcome<OpenedSession>> {
  if (!(await consumeChallenge(tx, id, now))) return refuse({ kind: "not-found" });
  const means = meansAfter(first, second);
  journalSignIn(journal, person.id, device, means);
  const token = await openSession(person.id, device, now, means, tx);
  return done({ token, next: returnPathSchema.parse(returnPath) });
}

/** Null when too many were requested, from the network or in all; the password remains. */
export async function startPasskeySignIn(device: Device, now: Date) {
  const key = `passkey-options:network:${networkOf(device.address)}`;
  if (!(await countAttempt(key, OPTIONS_PER_NETWORK, now))) return null;
  if (!(await countAttempt("passkey-options:all", OPTIONS_OF_ALL, now))) return null;
  return assertionOptions("sign-in", null, now);
}

export async function startPasskeyStep(token: string, now: Date) {
  const challenge = await findChallenge(token, now);
  return challenge && assertionOptions("second-step", challenge.person.id, now);
}

/** Counts as two factors: possession, and the device's verification. */
export async function signInWithPasskey(
  response: AssertionInput,
  device: Device,
  now: Date,
): Promise<Outcome<string>> {
  if (!(await countAttempt(`passkey:network:${networkOf(device.address)}`, ANSWERS_PER_NETWORK, now)))
    return invalid("", "tooManyTries");
  const passkey = await readAssertion("sign-in", null, response, now);
  if (!passkey) return journalRefusal(null, device, now);
  return writeAsSelf({ person: passkey.person, now }, async (tx, journal) => {
    if (!(await countUse(tx, passkey, now))) return invalid("", "passkeyRefused");
    journalSignIn(journal, passkey.personId, device, "passkey");
    return done(await openSession(passkey.personId, device, now, "passkey", tx));
  });
}

function journalSignIn(journal: JournalDraft, id: string, device: Device, method: Means): void {
  journal.note({
    event: "sign-in.succeeded",
    subject: { noun: "account", id },
    after: { ...device, method },
  });
}

async function journalRefusal(id: string | null, device: Device, now: Date): Promise<Outcome<never>> {
  if (!(await isRefusalJournalled(device.address, now))) return invalid("", "passkeyRefused");
  await writeAsSelf({ person: id === null ? null : { id }, now }, async (_, journal) => {
    journal.note({
      event: "second-factor.failed",
      subject: { noun: "account", id },
      after: { ...device, factor: "passkey" },
    });
    return done(null);
  });
  return invalid("", "passkeyRefused");
}
