import { createHash } from "node:crypto";
import { authClient } from "@/lib/platform/database/clients";
import type { ContactCtx } from "@/lib/platform/request/context";

/** Keeps what a passkey signed. */
export type StatementSignature = {
  statement: string;
  credentialId: string;
  /** SPKI. */
  publicKey: Uint8Array<ArrayBuffer>;
  clientData: Uint8Array<ArrayBuffer>;
  authenticatorData: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
  relyingParty: string;
  registeredAt: Date;
};

/** True where the contact's person has a passkey, with which an act in the portal may be signed. */
export async function hasPasskey({ actor }: ContactCtx): Promise<boolean> {
  return (await authClient().passkey.count({ where: { personId: actor.personId, removedAt: null } })) > 0;
}

/** The challenge that the passkey signs. */
export function digestOfStatement(statement: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(statement).digest());
}
