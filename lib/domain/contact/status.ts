const DAY_MS = 86_400_000;
/** The letter opens nothing but a sign-in, so it may lie in a mailbox longer than one that makes a member. */
export const CONTACT_INVITATION_DAYS = 30;

/** The dated facts of a contact. */
export type ContactFacts = { expiresAt: Date; acceptedAt: Date | null; endedAt: Date | null };
/** Order of the lists. */
export const CONTACT_STATES = ["active", "invited", "lapsed", "ended"] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

/** Facts outrank the clock: an accepted invitation cannot expire. */
export function contactStatus(facts: ContactFacts, now: Date): ContactState {
  if (facts.endedAt) return "ended";
  if (facts.acceptedAt) return "active";
  return facts.expiresAt <= now ? "lapsed" : "invited";
}

/** 30 × 24 hours, counted from the letter. */
export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + CONTACT_INVITATION_DAYS * DAY_MS);
}

export type ContactAct = "renew" | "change-role" | "end";

/**
 * Refuses an act of staff with the key of its reason, or returns null. Contacts of an archived controller
 * receive nothing new.
 */
export function refusalOfAct(
  act: ContactAct,
  { state, isArchived }: { state: ContactState; isArchived: boolean },
): string | null {
  if (state === "ended") return "contact.endedMeanwhile";
  if (act !== "renew") return null;
  if (state === "active") return "contact.acceptedMeanwhile";
  return isArchived ? "contact.controllerArchived" : null;
}
