import type { ConsultationState } from "./lifecycle";

/** Status of a link at an instant; "unknown" is one that nobody made. */
export const LINK_STATUSES = ["valid", "early", "expired", "revoked", "unknown"] as const;
export type LinkStatus = (typeof LINK_STATUSES)[number];

export type Link = {
  state: ConsultationState;
  firstDay: string | null;
  lastDay: string | null;
  /** Instant, in milliseconds; null while it is not revoked. */
  revokedAt: number | null;
};

/**
 * Decides what a link is on a calendar day in Paris. Both days are inclusive. A revocation outlives every other reason, so
 * that a person who was left out is not told of a day.
 */
export function linkStatus(link: Link | null, { day, now }: { day: string; now: number }): LinkStatus {
  if (link === null) return "unknown";
  const { state, firstDay, lastDay, revokedAt } = link;
  if (state === "revoked" || (revokedAt !== null && revokedAt <= now)) return "revoked";
  if (state === "closed") return "expired";
  if (lastDay !== null && day > lastDay) return "expired";
  const isBegun = state === "open" && firstDay !== null && lastDay !== null && day >= firstDay;
  return isBegun ? "valid" : "early";
}
