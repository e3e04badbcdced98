import { contactStatus, type ContactFacts } from "@/lib/domain/contact/status";
import { type InvitationFacts, stateOfInvitation } from "@/lib/domain/member/invitation";
import type { ThreadState } from "@/lib/domain/thread/status";
import { atInstant, type Obligation, obligationOf, type Row, since } from "./types";

/** A contact's invitation to the portal: it lapses, and its controller then has no way in. */
export function planContact(
  it: { row: Row; name: string; isArchived: boolean; facts: ContactFacts },
  now: number,
): Obligation[] {
  const status = contactStatus(it.facts, new Date(now));
  if (status === "ended" || it.isArchived) return [];
  const due = atInstant(it.facts.expiresAt.getTime());
  const doneAt = it.facts.acceptedAt?.getTime() ?? null;
  return [obligationOf(it.row, "contact.invitation", due, { about: it.name, doneAt })];
}

/** An objection to a signatory, until it is settled: until then the controller's word is in doubt. */
export function planSignatoryObjection(it: {
  row: Row;
  part: string;
  by: string;
  objectedAt: number;
  settledAt: number | null;
}): Obligation[] {
  const { row, part, by: about, settledAt: doneAt } = it;
  return [obligationOf(row, "contact.objection", since(it.objectedAt), { part, about, doneAt })];
}

/** A member's invitation, until it is accepted, withdrawn or renewed. */
export function planInvitation(
  it: { row: Row; name: string; facts: InvitationFacts },
  now: number,
): Obligation[] {
  const state = stateOfInvitation(it.facts, new Date(now));
  if (state === "withdrawn") return [];
  const due = atInstant(it.facts.expiresAt.getTime());
  const doneAt = it.facts.acceptedAt?.getTime() ?? null;
  return [obligationOf(it.row, "invitation.expiry", due, { about: it.name, doneAt })];
}

/** A question of a controller: what it may ask for under 28(3)(h) is answered without delay. */
export function planThread(it: { row: Row; state: ThreadState; since: number }): Obligation[] {
  const due = since(it.since);
  return it.state === "with-processor" ? [obligationOf(it.row, "thread.answer", due)] : [];
}
