import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findPortalRequest } from "@/lib/features/call-script/read/portal";
import { scriptStatement } from "@/lib/features/call-script/read/statement";
import type { ScriptDecision } from "@/lib/features/call-script/schema";
import type { StatementSignature } from "@/lib/features/second-factor/read/statement-signature";
import {
  readStatementSignature,
  signingOptions,
} from "@/lib/features/second-factor/write/statement-signature";
import { withOrg } from "@/lib/platform/database/transaction";
import type { ContactCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";

/** Options of `navigator.credentials.get` for an answer about a script. */
export async function askScriptSignature(
  ctx: ContactCtx,
  input: ScriptDecision,
): Promise<Outcome<PublicKeyCredentialRequestOptionsJSON>> {
  if (!isAuthorised(ctx, "call-script.decide")) return refuse({ kind: "forbidden" });
  const statement = await findStatement(ctx, input);
  return statement === null ? refuse({ kind: "not-found" }) : done(signingOptions(statement));
}

/** Null where nothing was signed; refused where another passkey, text or answer was. */
export async function readScriptSignature(
  ctx: ContactCtx,
  input: ScriptDecision,
): Promise<Outcome<StatementSignature | null>> {
  const { assertion } = input;
  if (assertion === "") return done(null);
  const statement = await findStatement(ctx, input);
  return statement === null
    ? invalid("", "call-script.passkeyRefused")
    : readStatementSignature(ctx, { assertion, statement }, "call-script.passkeyRefused");
}

async function findStatement(ctx: ContactCtx, input: ScriptDecision): Promise<string | null> {
  const request = await withOrg(ctx.scope, (tx) => findPortalRequest(tx, input.id));
  return request && scriptStatement(ctx, request, input);
}
