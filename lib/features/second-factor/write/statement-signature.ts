import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import { spkiOf } from "@/lib/features/second-factor/read/public-key";
import {
  digestOfStatement,
  type StatementSignature,
} from "@/lib/features/second-factor/read/statement-signature";
import { assertionSchema } from "@/lib/features/second-factor/schema";
import { countUse, readSignature } from "@/lib/features/second-factor/write/passkey-ceremony";
import { relyingParty } from "@/lib/platform/auth/relying-party";
import { withAuth } from "@/lib/platform/database/transaction";
import type { ContactCtx } from "@/lib/platform/request/context";

/** Options of `navigator.credentials.get` for a statement: its SHA-256 is the challenge. */
export function signingOptions(statement: string): PublicKeyCredentialRequestOptionsJSON {
  return {
    challenge: Buffer.from(digestOfStatement(statement)).toString("base64url"),
    rpId: relyingParty().id,
    userVerification: "required",
    timeout: 300_000,
  };
}

/** Null where nothing was signed; refused, under the given key of words, where another passkey or statement was. */
export async function readStatementSignature(
  ctx: ContactCtx,
  { assertion, statement }: { assertion: string; statement: string },
  refusedAs: string,
): Promise<Outcome<StatementSignature | null>> {
  if (assertion === "") return done(null);
  const response = assertionSchema.safeParse(parseJson(assertion));
  if (!response.success) return invalid("", refusedAs);
  const passkey = await readSignature(ctx.actor.personId, response.data, digestOfStatement(statement));
  if (!passkey) return invalid("", refusedAs);
  const isCounted = await withAuth({ org: ctx.scope.org, scope: "staff" }, (tx) =>
    countUse(tx, passkey, ctx.now),
  );
  if (!isCounted) return invalid("", refusedAs);
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
