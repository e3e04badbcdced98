import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { holdObjectedApprovals } from "@/lib/features/authorisation/write/proven-conditions";
import { findProof } from "@/lib/features/contact/read/proofs";
import { findOtherContacts } from "@/lib/features/contact/read/queries";
import { findOwnPeople, isProcessorsOwn } from "@/lib/platform/access/own-people";
import { newId } from "@/lib/platform/database/ids";
import { findStewards } from "@/lib/platform/mail/stewards";
import type { ContactCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { notifyOfObjection } from "./letters";

/**
 * Records in the portal that a contact objects to a signatory of its controller: what the signatory gave counts for nothing from
 * then on, until it is settled on a written act of the controller. Only a contact whose own address is proven objects, even
 * while somebody objects to it; the row's policy in the database asks the same.
 */
export async function objectToSignatory(
  ctx: ContactCtx,
  { id, reason }: { id: string; reason: string },
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "contact.object")) return refuse({ kind: "forbidden" });
  if (await isProcessorsOwn(ctx)) return invalid("", "portal.ownPeople");
  const { contactId, controllerId, name } = ctx.actor;
  const stewards = await findStewards(ctx.scope.org);
  const own = await findOwnPeople(ctx.scope.org);
  return write(ctx, async (tx, journal) => {
    const signatory = await tx.controllerContact.findFirst({
      where: { id, controllerId, role: "signatory", endedAt: null, NOT: { id: contactId } },
      select: { id: true, personId: true, name: true, email: true },
    });
    if (!signatory) return refuse({ kind: "not-found" });
    if (!(await findProof(tx, contactId))) return invalid("", "portal.objectUnproven");
    const open = { contactId: id, byContactId: contactId, settlement: null };
    if ((await tx.signatoryObjection.count({ where: open })) > 0)
      return invalid("", "portal.objectedAlready");
    const row = { contactId: id, byContactId: contactId, byName: name, reason, objectedAt: ctx.now };
    await tx.signatoryObjection.createMany({
      data: [{ ...row, id: newId(ctx.now), orgId: ctx.scope.org, controllerId }],
    });
    const heldIds = await holdObjectedApprovals(tx, ctx, signatory);
    const author = await tx.controllerContact.findFirstOrThrow({
      where: { id: contactId },
      select: { email: true },
    });
    const others = await findOtherContacts(tx, controllerId, author.email, own);
    await notifyOfObjection(tx, ctx, { signatory, reason, stewards, others });
    journal.note({
      event: "contact.signatory-objected",
      subject: { noun: "contact", id, label: signatory.name },
      after: { email: signatory.email, byContactId: contactId, heldIds },
      reason,
    });
    return done({ id });
  });
}
