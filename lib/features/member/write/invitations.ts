import { expiryFrom } from "@/lib/domain/member/invitation";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { StaffCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { countAttempt } from "@/lib/platform/request/rate-limit";
import { hashToken, newToken } from "@/lib/platform/secrets/token";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findInvitation, type InvitationRow } from "@/lib/features/member/read/queries";
import { nameOfOrganisation, sendInvitation, stopInvitation } from "./letters";
import { refuseUnprovedOwner } from "./unproved-owner";
import type { InviteInput } from "@/lib/features/member/schema";

/** Counted per organisation: letters to strangers carry its name. */
const PER_ORGANISATION = { tries: 40, windowMs: 3_600_000 };

/** Stores only the hash of the link's token. */
export async function inviteMember(
  ctx: StaffCtx,
  { password, ...input }: InviteInput,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "member.manage")) return refuse({ kind: "forbidden" });
  const refused = await refuseUnprovedOwner(ctx, input.role, password);
  if (refused) return refused;
  if (!(await mayWriteToStrangers(ctx))) return invalid("", "member.tooManyInvitations");
  return write(ctx, async (tx, journal) => {
    const member = await tx.member.findFirst({ where: { email: input.email, endedAt: null } });
    if (member) return invalid("email", "member.alreadyMember", { name: member.name });
    // A contact of a client cannot be a member, because the interests conflict.
    const contact = await tx.controllerContact.findFirst({ where: { email: input.email, endedAt: null } });
    if (contact) return invalid("email", "member.addressOfContact", { controller: contact.controllerName });
    const [id, token, expiresAt] = [newId(ctx.now), newToken(), expiryFrom(ctx.now)];
    const letterId = await sendInvitation(tx, await postOf(tx, ctx), { ...input, expiresAt }, token);
    // Inserts nothing where an open invitation has the address, even one inserted concurrently.
    const { count } = await tx.invitation.createMany({
      data: [
        {
          ...input,
          id,
          orgId: ctx.scope.org,
          tokenHash: hashToken(token),
          invitedById: ctx.actor.memberId,
          invitedByName: ctx.actor.name,
          letterId,
          createdAt: ctx.now,
          sentAt: ctx.now,
          expiresAt,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return invalid("email", "member.alreadyInvited");
    journal.note({
      event: "invitation.sent",
      subject: { noun: "invitation", id, label: input.email },
      after: { ...input, expiresAt: expiresAt.toISOString() },
    });
    return done({ id });
  });
}

/** Replaces the link; the previous one becomes void. An owner's is made for whoever proved that it is them, as at first. */
export async function renewInvitation(
  ctx: StaffCtx,
  { id, password }: { id: string; password: string },
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "member.manage")) return refuse({ kind: "forbidden" });
  const asked = await withOrg(ctx.scope, (tx) => findInvitation(tx, id));
  if (!asked) return refuse({ kind: "not-found" });
  const refused = await refuseUnprovedOwner(ctx, asked.role, password);
  if (refused) return refused;
  if (!(await mayWriteToStrangers(ctx))) return invalid("", "member.tooManyInvitations");
  return write(ctx, async (tx, journal) => {
    const held = await lockOpenInvitation(tx, id);
    if (!held.ok) return held;
    const [invitation, token, expiresAt] = [held.value, newToken(), expiryFrom(ctx.now)];
    await stopInvitation(tx, invitation.letterId, ctx.now);
    const letterId = await sendInvitation(tx, await postOf(tx, ctx), { ...invitation, expiresAt }, token);
    await tx.invitation.updateMany({
      where: { id },
      data: { tokenHash: hashToken(token), letterId, sentAt: ctx.now, expiresAt },
    });
    journal.note({
      event: "invitation.renewed",
      subject: subjectOf(invitation),
      before: { expiresAt: invitation.expiresAt.toISOString() },
      after: { expiresAt: expiresAt.toISOString() },
    });
    return done({ id });
  });
}

/** Voids the link, whose page gives the reason. */
export async function withdrawInvitation(
  ctx: StaffCtx,
  { id }: { id: string },
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "member.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const held = await lockOpenInvitation(tx, id);
    if (!held.ok) return held;
    await stopInvitation(tx, held.value.letterId, ctx.now);
    await tx.invitation.updateMany({
      where: { id },
      data: { withdrawnAt: ctx.now, withdrawnByName: ctx.actor.name },
    });
    journal.note({ event: "invitation.withdrawn", subject: subjectOf(held.value) });
    return done({ id });
  });
}

/** Locks an invitation neither accepted nor withdrawn; expired ones count as open. */
async function lockOpenInvitation(tx: Tx, id: string): Promise<Outcome<InvitationRow>> {
  await tx.$queryRaw`SELECT 1 FROM invitation WHERE id = ${id}::uuid FOR UPDATE`;
  const invitation = await findInvitation(tx, id);
  if (!invitation) return refuse({ kind: "not-found" });
  if (invitation.acceptedAt) return invalid("", "member.acceptedMeanwhile", { name: invitation.name });
  if (invitation.withdrawnAt) return invalid("", "member.withdrawnMeanwhile");
  return done(invitation);
}

function mayWriteToStrangers({ scope, now }: StaffCtx): Promise<boolean> {
  return countAttempt(`invitation:${scope.org}`, PER_ORGANISATION, now);
}

async function postOf(tx: Tx, { scope, actor, now }: StaffCtx) {
  return { org: scope.org, organisation: await nameOfOrganisation(tx, scope.org), by: actor.name, now };
}

function subjectOf({ id, email }: InvitationRow) {
  return { noun: "invitation" as const, id, label: email };
}
