const DAY_MS = 86_400_000;
/** Covers a week's leave, and limits the life of a link in a mailbox. */
export const INVITATION_DAYS = 7;

/** The dated facts of an invitation. */
export type InvitationFacts = { expiresAt: Date; acceptedAt: Date | null; withdrawnAt: Date | null };
export type InvitationState = "open" | "accepted" | "withdrawn" | "expired";

/** Facts outrank the clock: an invitation accepted last year has not expired. */
export function stateOfInvitation(facts: InvitationFacts, now: Date): InvitationState {
  if (facts.acceptedAt) return "accepted";
  if (facts.withdrawnAt) return "withdrawn";
  return facts.expiresAt <= now ? "expired" : "open";
}

/** 7 × 24 hours, counted from the letter. */
export function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
}

type Visit = {
  state: InvitationState;
  /** Address invited, in lower case. */
  invited: string;
  /** Address of the account signed in, or null. */
  signedInAs: string | null;
  hasAccount: boolean;
  isMember: boolean;
};

export type InvitationStatus =
  Exclude<InvitationState, "open"> | "new-account" | "sign-in" | "accept" | "other-account" | "member";

/** An open invitation is accepted by the address it was sent to and by no other. */
export function invitationStatusFor({
  state,
  invited,
  signedInAs,
  hasAccount,
  isMember,
}: Visit): InvitationStatus {
  if (state !== "open") return state;
  if (signedInAs !== null && signedInAs !== invited) return "other-account";
  if (isMember) return "member";
  if (signedInAs !== null) return "accept";
  return hasAccount ? "sign-in" : "new-account";
}
