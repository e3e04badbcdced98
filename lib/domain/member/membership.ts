import type { Role } from "@/lib/domain/access/actor";
import { onlyOf } from "@/lib/domain/invariant/required";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";

/** Member of the organisation at present; former members are left out. */
export type MemberFact = { id: string; role: Role };

/** Change of a membership and its author: both ids are of members. */
export type MembershipAct =
  | { kind: "change-role"; by: string; member: string; role: Role }
  | { kind: "remove"; by: string; member: string }
  | { kind: "leave"; by: string };

/**
 * The members after an act, or why not. Read from rows that are locked: the role of whoever asks is the one held now,
 * not the one held when the page was opened. No accepted act leaves an organisation without an owner.
 */
export function decideMembership<M extends MemberFact>(
  members: readonly M[],
  act: MembershipAct,
): Outcome<M[]> {
  const asking = members.find(({ id }) => id === act.by);
  if (!asking) return refuse({ kind: "forbidden" });
  if (act.kind === "leave") return requireOwner(without(members, act.by));
  if (asking.role !== "owner") return refuse({ kind: "forbidden" });
  if (!members.some(({ id }) => id === act.member)) return refuse({ kind: "not-found" });
  if (act.kind === "change-role") return requireOwner(withRole(members, act.member, act.role));
  // Leaving is another act, with another letter and another line of the journal.
  if (act.member === act.by) return invalid("", "member.removeSelf");
  return requireOwner(without(members, act.member));
}

/** Owners alone invite, change roles and remove members: the last one cannot leave. */
export function isLastOwner(members: readonly MemberFact[], id: string): boolean {
  const owners = members.filter(({ role }) => role === "owner");
  return onlyOf(owners)?.id === id;
}

function requireOwner<M extends MemberFact>(members: M[]): Outcome<M[]> {
  return members.some(({ role }) => role === "owner") ? done(members) : invalid("", "member.lastOwner");
}

function without<M extends MemberFact>(members: readonly M[], leaving: string): M[] {
  return members.filter(({ id }) => id !== leaving);
}

function withRole<M extends MemberFact>(members: readonly M[], changed: string, role: Role): M[] {
  return members.map((member) => (member.id === changed ? { ...member, role } : member));
}
