import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { isAddressUnproven } from "@/lib/platform/access/address-proofs";
import { isProcessorsOwn } from "@/lib/platform/access/own-people";
import { newId } from "@/lib/platform/database/ids";
import type { ContactCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/**
 * Confirms in the portal that another contact speaks for the same controller: whoever confirms is proven already, and works
 * for nobody but the controller. The row's policy in the database asks the same.
 */
export async function confirmContact(
  ctx: ContactCtx,
  { id }: { id: string },
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "contact.confirm")) return refuse({ kind: "forbidden" });
  if (await isProcessorsOwn(ctx)) return invalid("", "portal.ownPeople");
  const { contactId, controllerId, name } = ctx.actor;
  return write(ctx, async (tx, journal) => {
    const contact = await tx.controllerContact.findFirst({
      where: { id, controllerId, endedAt: null, NOT: { id: contactId } },
      select: { id: true, name: true, email: true },
    });
    if (!contact) return refuse({ kind: "not-found" });
    if (await isAddressUnproven(tx, contactId)) return invalid("", "portal.ownAddressUnproven");
    // Column by column: the portal may write no other, and somebody may have confirmed meanwhile.
    const count = await tx.$executeRaw`
      INSERT INTO contact_proof (id, org_id, controller_id, contact_id, email, means, by_contact_id, by_name, proven_at)
      VALUES (${newId(ctx.now)}::uuid, ${ctx.scope.org}::uuid, ${controllerId}::uuid, ${id}::uuid, ${contact.email},
        'contact', ${contactId}::uuid, ${name}, ${ctx.now})
      ON CONFLICT (org_id, contact_id) DO NOTHING`;
    if (count === 0) return done({ id });
    journal.note({
      event: "contact.proven",
      subject: { noun: "contact", id, label: contact.name },
      after: { means: "contact", email: contact.email },
    });
    return done({ id });
  });
}
