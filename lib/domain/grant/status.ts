/** Dated facts of an auditor's grant. */
export type GrantFacts = {
  startsAt: Date;
  endsAt: Date;
  collectState: CollectState;
  acceptedAt: Date | null;
  revokedAt: Date | null;
};

export const COLLECT_STATES = ["waiting", "collecting", "collected", "failed"] as const;
export type CollectState = (typeof COLLECT_STATES)[number];

export const GRANT_STATES = [
  "collecting",
  "failed",
  "planned",
  "granted",
  "entered",
  "ended",
  "revoked",
] as const;
export type GrantState = (typeof GRANT_STATES)[number];

/** Facts outrank the clock: a revoked grant cannot end any more. */
export function grantStatus(facts: GrantFacts, now: Date): GrantState {
  if (facts.revokedAt) return "revoked";
  if (facts.endsAt <= now) return "ended";
  if (facts.collectState === "failed") return "failed";
  if (facts.collectState !== "collected") return "collecting";
  if (facts.startsAt > now) return "planned";
  return facts.acceptedAt ? "entered" : "granted";
}

/** True for a grant that may still be revoked. */
export function isRevocable(state: GrantState): boolean {
  return state !== "revoked" && state !== "ended";
}
