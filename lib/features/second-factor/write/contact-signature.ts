import type { StatementSignature } from "@/lib/features/second-factor/read/statement-signature";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { ContactCtx } from "@/lib/platform/request/context";

/** Names what was signed: an instruction at the version that the act made, or a request of a script's edition. */
export type SignedSubject = { noun: "instruction" | "call-script"; id: string; version: number };

/** Stores what a contact's passkey signed with the act itself; nothing where the session alone gave it. */
export async function insertContactSignature(
  tx: Tx,
  { actor, scope, now }: ContactCtx,
  { noun, id: subjectId, version }: SignedSubject,
  signed: StatementSignature | null,
): Promise<void> {
  if (!signed) return;
  await tx.contactSignature.create({
    data: {
      ...signed,
      id: newId(now),
      orgId: scope.org,
      controllerId: actor.controllerId,
      contactId: actor.contactId,
      noun,
      subjectId,
      version,
      signedAt: now,
    },
  });
}
