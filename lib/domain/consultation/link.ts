import type { ConsultationState } from "./lifecycle";

/** Status of a link at an instant; "unknown" is one that nobody made. */
export const LINK_STATUSES = ["valid", "early", "expired", "revoked", "suspended", "unknown"] as const;
export type LinkStatus = (typeof LINK_STATUSES)[number];

export type Link = {
  state: ConsultationState;
  firstDay: string | null;
  lastDay: string | null;
  /** Instant, in milliseconds; null while it is not revoked. */
  revokedAt: number | null;
  /** False while the instruction that the consultation executes orders nothing: nobody is asked without one, 28(3)(a), 29. */
  isInstructed: boolean;
};

/**
 * Decides what a link is on a calendar day in Paris. Both days are inclusive. A revocation outlives every other reason, so
 * that a person who was left out is not told of a day. "suspended": it would serve but for the controller's instruction.
 */
export function linkStatus(link: Link | null, { day, now }: { day: string; now: number }): LinkStatus {
  if (link === null) return "unknown";
  const { state, firstDay, lastDay, revokedAt, isInstructed } = link;
  if (state === "revoked" || (revokedAt !== null && revokedAt <= now)) return "revoked";
  if (state === "closed") return "expired";
  if (lastDay !== null && day > lastDay) return "expired";
  const isBegun = state === "open" && firstDay !== null && lastDay !== null && day >= firstDay;
  if (!isBegun) return "early";
  return isInstructed ? "valid" : "suspended";
}

/** Answers what agreements given through a revoked link are worth: of the person whom it was for, or not known to be. */
export const LINK_WORTHS = ["theirs", "not-theirs"] as const;
