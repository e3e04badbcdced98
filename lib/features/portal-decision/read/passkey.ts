import { authClient } from "@/lib/platform/database/clients";
import type { ContactCtx } from "@/lib/platform/request/context";

/** Keeps what a passkey signed. */
export type DecisionSignature = {
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

/** True where the contact's person has a passkey, with which a decision may be signed. */
export async function hasPasskey({ actor }: ContactCtx): Promise<boolean> {
  return (await authClient().passkey.count({ where: { personId: actor.personId, removedAt: null } })) > 0;
}
