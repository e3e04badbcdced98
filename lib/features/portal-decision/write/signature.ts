import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findAuthorisation, type AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import { decisionStatement } from "@/lib/features/portal-decision/read/statement";
import type { DecisionInput } from "@/lib/features/portal-decision/schema";
import type { StatementSignature } from "@/lib/features/second-factor/read/statement-signature";
import {
  readStatementSignature,
  signingOptions,
} from "@/lib/features/second-factor/write/statement-signature";
import { newId } from "@/lib/platform/database/ids";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
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
  return done(signingOptions(decisionStatement(ctx, row, decision)));
}

/** Null where nothing was signed; refused where another passkey, text or decision was. */
export async function readDecisionSignature(
  ctx: ContactCtx,
  { assertion, decision }: DecisionInput,
): Promise<Outcome<StatementSignature | null>> {
  if (assertion === "") return done(null);
  const row = await withOrg(ctx.scope, (tx) => findAuthorisation(tx, decision.id));
  if (!row) return invalid("", "authorisation.passkeyRefused");
  const statement = decisionStatement(ctx, row, decision);
  return readStatementSignature(ctx, { assertion, statement }, "authorisation.passkeyRefused");
}

/** Stores the signature with the fact that it signs. */
export async function insertSignature(
  tx: Tx,
  { actor, scope, now }: ContactCtx,
  { id, controllerId, version }: AuthorisationRow,
  signed: StatementSignature,
): Promise<void> {
  await tx.decisionSignature.create({
    data: {
      ...signed,
      id: newId(now),
      orgId: scope.org,
      controllerId,
      authorisationId: id,
      version,
      contactId: actor.contactId,
      signedAt: now,
    },
  });
}
