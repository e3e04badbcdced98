import { type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import type { Resend } from "@/lib/features/letter-resend/schema";
import { renewContact } from "@/lib/features/contact/write/mutations";
import { renewInvitation } from "@/lib/features/member/write/invitations";
import { findLetter, findSender } from "@/lib/features/outbox/read/queries";
import { resendingOf } from "@/lib/features/outbox/read/resend";
import { retryLetter } from "@/lib/features/outbox/write/mutations";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";

/**
 * Sends a letter by hand: the same one where it can still be written; an invitation anew, since its link grants access or
 * its term has begun. Returns the letter that leaves.
 */
export async function resendLetter(
  ctx: StaffCtx,
  { id, password }: Resend,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "outbox.manage")) return refuse({ kind: "forbidden" });
  const found = await withOrg(ctx.scope, async (tx) => {
    const letter = await findLetter(tx, id);
    if (!letter) return null;
    const resending = await resendingOf(letter, { actor: ctx.actor, sender: await findSender(tx) });
    return resending === "anew" ? await findInvited(tx, id) : null;
  });
  if (!found) {
    const retried = await retryLetter(ctx, { id });
    return retried.ok ? { ...retried, value: { id } } : retried;
  }
  const renewed = await (found.isMember
    ? renewInvitation(ctx, { ...found, password })
    : renewContact(ctx, found));
  if (!renewed.ok) return renewed;
  const sent = await withOrg(ctx.scope, (tx) => findLetterOf(tx, found));
  return { ...renewed, value: { id: sent ?? id } };
}

type Invited = { id: string; isMember: boolean };

/** Finds the invitation whose last letter this is; null where another followed it. */
async function findInvited(tx: Tx, letterId: string): Promise<Invited | null> {
  const member = await tx.invitation.findFirst({ where: { letterId }, select: { id: true } });
  if (member) return { id: member.id, isMember: true };
  const contact = await tx.controllerContact.findFirst({ where: { letterId }, select: { id: true } });
  return contact && { id: contact.id, isMember: false };
}

async function findLetterOf(tx: Tx, { id, isMember }: Invited): Promise<string | null> {
  const where = { where: { id }, select: { letterId: true } };
  const row = isMember ? await tx.invitation.findFirst(where) : await tx.controllerContact.findFirst(where);
  return row?.letterId ?? null;
}
