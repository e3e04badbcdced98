import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { authClient } from "@/lib/platform/database/clients";
import { relyingParty } from "@/lib/platform/auth/relying-party";
import { log } from "@/lib/platform/log/log";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  openPasskeyChallenge,
  consumePasskeyChallenge,
  type Purpose,
} from "@/lib/features/second-factor/read/passkey-challenge";
import { PASSKEY_ALGORITHMS } from "@/lib/features/second-factor/read/public-key";
import type { AssertionInput, RegistrationInput } from "@/lib/features/second-factor/schema";

type Person = { id: string; name: string; email: string };

/** Options of `navigator.credentials.create`: a discoverable passkey with user verification. */
export async function registrationOptions(person: Person, now: Date) {
  const { id: rpID, name: rpName } = relyingParty();
  const known = await authClient().passkey.findMany({ where: { personId: person.id, removedAt: null } });
  return generateRegistrationOptions({
    rpID,
    rpName,
    userName: person.email,
    userDisplayName: person.name,
    userID: handleOf(person.id),
    challenge: await openPasskeyChallenge("add", person.id, now),
    attestationType: "none",
    supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
  });
}

/** Null for another challenge, origin or host, or without user verification. */
export async function readRegistration(person: Person, response: RegistrationInput, now: Date) {
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
  const { registrationInfo } = await orEmpty(() =>
    verifyRegistrationResponse({
      response,
      expectedRPID,
      expectedOrigin,
      expectedChallenge: (challenge) => consumePasskeyChallenge(challenge, "add", person.id, now),
      requireUserVerification: true,
      supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    }),
  );
  if (!registrationInfo) return null;
  const { credential, credentialBackedUp: backedUp } = registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: new Uint8Array(credential.publicKey),
    counter: BigInt(credential.counter),
    transports: response.response.transports ?? [],
    backedUp,
  };
}

/** Options of `navigator.credentials.get`. Lists no credentials, so that a known password discloses none. */
export async function assertionOptions(purpose: Exclude<Purpose, "add">, personId: string | null, now: Date) {
  return generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: await openPasskeyChallenge(purpose, personId, now),
    userVerification: "required",
  });
}

/** Null for an unknown, removed or foreign passkey. */
export function readAssertion(
  purpose: Exclude<Purpose, "add">,
  personId: string | null,
  response: AssertionInput,
  now: Date,
) {
  return verifyAssertion(personId, response, (challenge) =>
    consumePasskeyChallenge(challenge, purpose, personId, now),
  );
}

/**
 * Reads a passkey's signature over bytes that its person was shown; null for another challenge, key, origin or host, or without
 * user verification. The caller makes sure that what is signed is taken once.
 */
export function readSignature(personId: string, response: AssertionInput, signed: Uint8Array) {
  return verifyAssertion(personId, response, Buffer.from(signed).toString("base64url"));
}

async function verifyAssertion(
  personId: string | null,
  response: AssertionInput,
  expectedChallenge: string | ((challenge: string) => Promise<boolean>),
) {
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
  const passkey = await authClient().passkey.findUnique({
    where: { credentialId: response.id, removedAt: null, person: { disabledAt: null } },
    include: { person: { select: { id: true, name: true, email: true, locale: true } } },
  });
  if (!passkey || (personId !== null && passkey.personId !== personId)) return null;
  const { userHandle } = response.response;
  if (userHandle && userHandle !== Buffer.from(handleOf(passkey.personId)).toString("base64url")) return null;
  const { verified, authenticationInfo } = await orEmpty(() =>
    verifyAuthenticationResponse({
      response,
      expectedRPID,
      expectedOrigin,
      expectedChallenge,
      credential: {
        id: passkey.credentialId,
        publicKey: passkey.publicKey,
        counter: Number(passkey.counter),
        transports: passkey.transports,
      },
      requireUserVerification: true,
    }),
  );
  if (!verified || !authenticationInfo) return null;
  return { ...passkey, newCounter: BigInt(authenticationInfo.newCounter) };
}

/** False when removed or counted concurrently. */
export async function countUse(
  tx: Tx,
  passkey: { id: string; counter: bigint; newCounter: bigint },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.passkey.updateMany({
    where: { id: passkey.id, counter: passkey.counter, removedAt: null },
    data: { counter: passkey.newCounter, lastUsedAt: now },
  });
  return count === 1;
}

/** User handle of sixteen bytes, without the address. */
function handleOf(personId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(personId.replaceAll("-", ""), "hex"));
}

// The library throws on invalid answers, including forged ones, which are refusals here.
async function orEmpty<T extends object>(verify: () => Promise<T>): Promise<Partial<T>> {
  try {
    return await verify();
  } catch (error) {
    log.info({ reason: String(error) }, "a passkey's answer was refused");
    return {};
  }
}
