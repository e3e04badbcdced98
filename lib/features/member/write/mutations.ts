import { required } from "@/lib/domain/invariant/required";
import { decideMembership, type MembershipAct } from "@/lib/domain/member/membership";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import type { StaffCtx } from "@/lib/platform/request/context";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { endSessions } from "@/lib/platform/request/session-store";
import type { Tx } from "@/lib/platform/database/transaction";
import { isAuthorised, withoutRight } from "@/lib/platform/write/authorised";
import { writeAuth } from "@/lib/platform/write/write";
import { lockMembers, type MemberRow } from "./rows";
import { refuseUnprovedOwner } from "./unproved-owner";
import { nameOfOrganisation, notifyOwners, notifyRemoved } from "./letters";
import type { Removal, RoleChange } from "@/lib/features/member/schema";

/** Refuses a change that would leave no owner. */
export async function changeRole(ctx: StaffCtx, input: RoleChange): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "member.manage")) return refuse({ kind: "forbidden" });
  const { id, from, role, password } = input;
  const refused = await refuseUnprovedOwner(ctx, role, password);
  if (refused) return refused;
  return writeAuth(ctx, async (tx, journal) => {
    const decided = await decide(tx, ctx, { kind: "change-role", by: ctx.actor.memberId, member: id, role });
    if (!decided.ok) return decided;
    const { members, subject } = decided.value;
    if (subject.role !== from) return invalid("role", "member.roleMeanwhile", { role: subject.role });
    if (subject.role === role) return done({ id });
    await tx.member.updateMany({ where: { id }, data: { role } });
    journal.note({
      event: "member.role-changed",
      subject: subjectOf(subject),
      before: { role: subject.role },
      after: { role },
    });
    if (subject.role === "owner") await withdrawInvitationsOf(tx, journal, subject, ctx);
    if (role === "owner") await notifyOwners(tx, await postOf(tx, ctx), subject, members);
    return done({ id });
  });
}

/** Ends the membership and sessions and queues the letter, all or nothing. */
export async function removeMember(ctx: StaffCtx, input: Removal): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "member.manage")) return refuse({ kind: "forbidden" });
  return writeAuth(ctx, async (tx, journal) => {
    const decided = await decide(tx, ctx, { kind: "remove", by: ctx.actor.memberId, member: input.id });
    if (!decided.ok) return decided;
    const { subject } = decided.value;
    journal.note({
      event: "member.removed",
      subject: subjectOf(subject),
      before: { role: subject.role },
      ...(input.reason && { reason: input.reason }),
    });
    await endMembership(tx, journal, subject, ctx.now);
    await withdrawInvitationsOf(tx, journal, subject, ctx);
    await notifyRemoved(tx, await postOf(tx, ctx), subject);
    return done({ id: subject.id });
  });
}

/** Refuses the last owner. */
export async function leaveOrganisation(ctx: StaffCtx): Promise<Outcome<{ id: string }>> {
  return writeAuth(withoutRight(ctx), async (tx, journal) => {
    const decided = await decide(tx, ctx, { kind: "leave", by: ctx.actor.memberId });
    if (!decided.ok) return decided;
    const { subject } = decided.value;
    journal.note({ event: "member.left", subject: subjectOf(subject), before: { role: subject.role } });
    await endMembership(tx, journal, subject, ctx.now);
    return done({ id: subject.id });
  });
}

type Decided = { members: MemberRow[]; subject: MemberRow };

/** Decides on locked rows. */
async function decide(tx: Tx, ctx: StaffCtx, act: MembershipAct): Promise<Outcome<Decided>> {
  const members = await lockMembers(tx, ctx.scope.org);
  const decided = decideMembership(members, act);
  if (!decided.ok) return decided;
  const id = act.kind === "leave" ? act.by : act.member;
  return done({
    members,
    subject: required(
      members.find((member) => member.id === id),
      "member under the lock",
    ),
  });
}

/** Sets an end date; takes effect at the next request. */
async function endMembership(tx: Tx, journal: JournalDraft, member: MemberRow, now: Date): Promise<void> {
  await tx.member.updateMany({ where: { id: member.id }, data: { endedAt: now } });
  const ended = await endSessions(tx, member.personId, now);
  journal.note({
    event: "session.all-revoked",
    subject: { noun: "account", id: member.personId, label: member.name },
    after: { endedSessions: ended },
  });
}

/** Prevents a removed person from returning by an invitation of their own. */
async function withdrawInvitationsOf(
  tx: Tx,
  journal: JournalDraft,
  sender: MemberRow,
  { actor, now }: StaffCtx,
): Promise<void> {
  const withdrawn = await tx.invitation.updateManyAndReturn({
    where: { invitedById: sender.id, acceptedAt: null, withdrawnAt: null },
    data: { withdrawnAt: now, withdrawnByName: actor.name },
    select: { id: true, email: true },
  });
  for (const { id, email } of withdrawn) {
    journal.note({ event: "invitation.withdrawn", subject: { noun: "invitation", id, label: email } });
  }
}

async function postOf(tx: Tx, { scope, actor, now }: StaffCtx) {
  return { org: scope.org, organisation: await nameOfOrganisation(tx, scope.org), by: actor.name, now };
}

function subjectOf({ id, name }: MemberRow) {
  return { noun: "member" as const, id, label: name };
}
