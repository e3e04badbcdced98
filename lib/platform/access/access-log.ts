import type { SubjectNoun } from "@/lib/domain/nouns/events";
import type { ContactCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";

type AccessedSubject = { noun: SubjectNoun; id: string; label: string };

/**
 * Writes down that a contact looked at something, in the unit of work that reads it: what is shown has been noted. A job
 * chains the looks in batches into the journal, so that a page does not wait for the head of its chain.
 */
export async function recordAccess(
  tx: Tx,
  ctx: ContactCtx,
  { noun, id, label }: AccessedSubject,
): Promise<void> {
  const { actor, scope, device, now } = ctx;
  await tx.accessLook.createMany({
    data: [
      {
        id: newId(now),
        orgId: scope.org,
        controllerId: actor.controllerId,
        contactId: actor.contactId,
        contactName: actor.name,
        noun,
        subjectId: id,
        label,
        lookedAt: now,
        address: device.address.slice(0, 64),
      },
    ],
  });
}
