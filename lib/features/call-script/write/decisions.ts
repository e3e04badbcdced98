import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findOwnPeople, isProcessorsOwn } from "@/lib/platform/access/own-people";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { findStewards } from "@/lib/platform/mail/stewards";
import type { ContactCtx } from "@/lib/platform/request/context";
import { isAddressUnproven } from "@/lib/platform/access/address-proofs";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findOtherContacts } from "@/lib/features/contact/read/queries";
import { insertContactSignature } from "@/lib/features/second-factor/write/contact-signature";
import { findPortalRequest } from "@/lib/features/call-script/read/portal";
import type { ScriptDecision } from "@/lib/features/call-script/schema";
import { notifyOfDecision } from "./letters";
import { readScriptSignature } from "./signature";

/**
 * Records what a signatory of the controller answers about one edition, by the digest of the text that the page showed.
 * One answer stands for each request; nobody of the processor gives it.
 */
export async function decideScript(ctx: ContactCtx, input: ScriptDecision): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "call-script.decide")) return refuse({ kind: "forbidden" });
  if (await isProcessorsOwn(ctx)) return invalid("", "call-script.ownPeople");
  const signed = await readScriptSignature(ctx, input);
  if (!signed.ok) return signed;
  const stewards = await findStewards(ctx.scope.org);
  const own = await findOwnPeople(ctx.scope.org);
  return write(ctx, async (tx, journal) => {
    const request = await findPortalRequest(tx, input.id);
    if (!request) return refuse({ kind: "not-found" });
    if (request.digest !== input.digest) return invalid("", "call-script.otherText");
    // Nobody answers for a controller that was merged into this one.
    const isOwn = request.controllerId === ctx.actor.controllerId;
    if (!isOwn || !request.isOpen || !(await insertDecision(tx, ctx, input)))
      return invalid("", "call-script.closed");
    await insertContactSignature(tx, ctx, { noun: "call-script", id: request.id, version: 1 }, signed.value);
    const { email } = await tx.controllerContact.findFirstOrThrow({
      where: { id: ctx.actor.contactId },
      select: { email: true },
    });
    const others = await findOtherContacts(tx, ctx.actor.controllerId, email, own);
    const { id, outcome, digest, power, reason } = input;
    await notifyOfDecision(tx, ctx, { request, outcome, stewards, others });
    const { callScriptId, reference, title, edition } = request;
    const { contactId, controllerId } = ctx.actor;
    journal.note({
      event: outcome === "approved" ? "call-script.approved" : "call-script.refused",
      subject: { noun: "call-script", id: callScriptId, label: `${reference} · ${title}` },
      after: { controllerId, contactId, edition, textDigest: digest, outcome, power, reason },
    });
    return done({ id });
  });
}

/** False where another signatory answered first. */
async function insertDecision(
  tx: Tx,
  { actor, scope, now }: ContactCtx,
  { id, outcome, digest, power, reason }: ScriptDecision,
): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO call_script_decision
      (id, org_id, controller_id, request_id, contact_id, outcome, digest, power, reason, recorded_at, author_name,
        address_unproven)
    VALUES (${newId(now)}::uuid, ${scope.org}::uuid, ${actor.controllerId}::uuid, ${id}::uuid,
      ${actor.contactId}::uuid, ${outcome}, ${digest}, ${power}, ${reason}, ${now}, ${actor.name},
      ${await isAddressUnproven(tx, actor.contactId)})
    ON CONFLICT DO NOTHING`;
  return count === 1;
}
