import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findAuthorisation, type AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import type { DecisionSignature } from "@/lib/features/portal-decision/read/passkey";
import { decisionStatement, digestOfStatement } from "@/lib/features/portal-decision/read/statement";
import type { DecisionInput } from "@/lib/features/portal-decision/schema";
import { spkiOf } from "@/lib/features/second-factor/read/public-key";
import { assertionSchema } from "@/lib/features/second-factor/schema";
import { countUse, readSignature } from "@/lib/features/second-factor/write/passkey-ceremony";
import { relyingParty } from "@/lib/platform/auth/relying-party";
import { newId } from "@/lib/platform/database/ids";
import { type Tx, withAuth, withOrg } from "@/lib/platform/database/transaction";
import type { ContactCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";

/** Options of `navigator.credentials.get` for a decision that was read again. */
export async function askSignature(
  ctx: ContactCtx,
  { decision }: DecisionInput,
): Promise<Outcome<PublicKeyCredentialRequestOptionsJSON>> {
  if (!isAuthorised(ctx, "authorisation.decide")) return refuse({ kind: "forbidden" });
  const row = await withOrg(ctx.scope, (tx) => findAuthorisation(tx, decision.id));
  if (!row) return refuse({ kind: "not-found" });
  const challenge = digestOfStatement(decisionStatement(ctx, row, decision));
  return done({
    challenge: Buffer.from(challenge).toString("base64url"),
    rpId: relyingParty().id,
    userVerification: "required",
    timeout: 300_000,
  });
}

/** Null where nothing was signed; refused where another passkey, text or decision was. */
export async function readDecisionSignature(
  ctx: ContactCtx,
  { assertion, decision }: DecisionInput,
): Promise<Outcome<DecisionSignature | null>> {
  if (assertion === "") return done(null);
  const response = assertionSchema.safeParse(parseJson(assertion));
  const row = await withOrg(ctx.scope, (tx) => findAuthorisation(tx, decision.id));
  if (!response.success || !row) return invalid("", "authorisation.passkeyRefused");
  const statement = decisionStatement(ctx, row, decision);
  const passkey = await readSignature(ctx.actor.personId, response.data, digestOfStatement(statement));
  if (!passkey) return invalid("", "authorisation.passkeyRefused");
  const isCounted = await withAuth({ org: ctx.scope.org, scope: "staff" }, (tx) =>
    countUse(tx, passkey, ctx.now),
  );
  if (!isCounted) return invalid("", "authorisation.passkeyRefused");
  const { clientDataJSON, authenticatorData, signature } = response.data.response;
  return done({
    statement,
    credentialId: passkey.credentialId,
    publicKey: spkiOf(passkey.publicKey),
    clientData: bytesOf(clientDataJSON),
    authenticatorData: bytesOf(authenticatorData),
    signature: bytesOf(signature),
    relyingParty: relyingParty().id,
    registeredAt: passkey.createdAt,
  });
}

/** Stores the signature with the fact that it signs. */
export async function insertSignature(
  tx: Tx,
  { actor, scope, now }: ContactCtx,
  { id, controllerId, version }: AuthorisationRow,
  signed: DecisionSignature,
): Promise<void> {
  const { statement, credentialId, publicKey, clientData, authenticatorData, signature } = signed;
  await tx.decisionSignature.create({
    data: {
      id: newId(now),
      orgId: scope.org,
      controllerId,
      authorisationId: id,
      version,
      contactId: actor.contactId,
      statement,
      credentialId,
      publicKey,
      clientData,
      authenticatorData,
      signature,
      relyingParty: signed.relyingParty,
      registeredAt: signed.registeredAt,
      signedAt: now,
    },
  });
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64url, "base64url"));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
