import type { SubjectNoun } from "@/lib/domain/nouns/events";
import { isDrawn } from "@/lib/domain/nouns/drawn";
import { isDisputed } from "@/lib/platform/journal/agreement";
import type { AuditorCtx, ContactCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";

type AccessedSubject = { noun: SubjectNoun; id: string; label: string };

/**
 * Records that a contact was shown something, before its page leaves: a page whose access was not recorded is refused. Says
 * whether what the page draws agrees with the journal, for every noun that declares what it is drawn of.
 */
export function recordPageAccess(
  ctx: ContactCtx,
  subject: AccessedSubject,
): Promise<{ isDisputed: boolean }> {
  return withOrg(ctx.scope, async (tx) => {
    await recordAccess(tx, ctx, subject);
    const { noun, id } = subject;
    return { isDisputed: isDrawn(noun) && (await isDisputed(tx, noun, id)) };
  });
}

/**
 * Records an access in the unit of work that reads it. A job chains accesses in batches into the journal, so that a page
 * does not wait for the head of its chain.
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

/**
 * Records what an auditor is shown, before its page leaves: a page whose access was not recorded is refused, as is one of
 * a grant that has ended.
 */
export function recordAuditView({ actor, scope, device, now }: AuditorCtx, label: string): Promise<void> {
  return withOrg(scope, async (tx) => {
    await tx.accessLook.createMany({
      data: [
        {
          id: newId(now),
          orgId: scope.org,
          grantId: actor.grantId,
          contactName: actor.name,
          noun: "audit",
          subjectId: actor.grantId,
          label: label.slice(0, 300),
          lookedAt: now,
          address: device.address.slice(0, 64),
        },
      ],
    });
  });
}
