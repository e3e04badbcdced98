import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { meetProvenConditions } from "@/lib/features/authorisation/write/proven-conditions";
import { findOtherContacts } from "@/lib/features/contact/read/queries";
import { findWrittenAct } from "@/lib/features/signatory-objection/read/written-acts";
import { findOpenObjections } from "@/lib/features/signatory-objection/read/objections";
import type { ObjectionSettlement } from "@/lib/features/signatory-objection/schema";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { newId } from "@/lib/platform/database/ids";
import { jobContext } from "@/lib/platform/jobs/job-context";
import type { StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { notifyOfSettlement } from "./letters";

/**
 * Ends the objections to a signatory on a written act of the controller, whose document a head that left the house binds: it was
 * not made up afterwards. Every contact is told by whom and on what, and may object again. Approvals that waited for it alone
 * cover their use again.
 */
export async function settleObjections(
  ctx: StaffCtx,
  { id, source, documentId }: ObjectionSettlement,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "contact.settle")) return refuse({ kind: "forbidden" });
  const own = await findOwnPeople(ctx.scope.org);
  const settled = await write(ctx, async (tx, journal) => {
    const signatory = await tx.controllerContact.findFirst({
      where: { id },
      select: { name: true, email: true, controllerId: true },
    });
    if (!signatory) return refuse({ kind: "not-found" });
    const open = await findOpenObjections(tx, id);
    if (open.length === 0) return invalid("", "contact.nothingToSettle");
    const { controllerId } = signatory;
    const act = await findWrittenAct(tx, { controllerId, documentId });
    if (!act) return invalid("documentId", "contact.documentMissing");
    if (!act.isBound) return invalid("documentId", "contact.documentUnbound");
    const { count } = await tx.signatorySettlement.createMany({
      data: open.map((objection) => ({
        id: newId(ctx.now),
        orgId: ctx.scope.org,
        controllerId,
        objectionId: objection.id,
        source,
        documentId,
        settledByName: ctx.actor.name,
        settledAt: ctx.now,
      })),
      skipDuplicates: true,
    });
    if (count === 0) return invalid("", "contact.nothingToSettle");
    const others = await findOtherContacts(tx, controllerId, "", own);
    await notifyOfSettlement(tx, ctx, { signatory, source, document: act, others });
    journal.note({
      event: "contact.objections-settled",
      subject: { noun: "contact", id, label: signatory.name },
      after: {
        email: signatory.email,
        objectionIds: open.map((objection) => objection.id),
        source,
        documentId,
      },
    });
    return done({ id });
  });
  // Runs as the job that meets conditions on proofs: no member meets one by hand.
  if (settled.ok) await meetProvenConditions(jobContext("contract-reminder", ctx.scope.org, ctx.now));
  return settled;
}
