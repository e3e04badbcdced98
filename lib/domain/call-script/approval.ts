export const DECISION_OUTCOMES = ["approved", "refused"] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/**
 * `heldUntil`: of an approval by an address that was not proven, the instant from which it counts, in milliseconds; null while
 * nothing proves it, absent where nothing holds it back.
 */
export type ApprovalDecision = { outcome: DecisionOutcome; heldUntil?: number | null | undefined };

/** An edition as it was sent to the controller; `decision` is null while its signatories have not answered. */
export type ApprovalRequest = {
  edition: number;
  askedAt: number;
  decision: ApprovalDecision | null;
  /** True where its script was retired before anybody answered. */
  isWithdrawn: boolean;
};

/** A request that nobody had answered when its script was retired is withdrawn, and stays so when the script is reopened. */
export function isWithdrawnBy(
  retirements: readonly number[],
  { askedAt, decision }: Pick<ApprovalRequest, "askedAt" | "decision">,
): boolean {
  return decision === null && retirements.some((retiredAt) => askedAt <= retiredAt);
}

export const APPROVALS = ["not-asked", "awaited", "approved", "unproven", "refused"] as const;
export type Approval = (typeof APPROVALS)[number];

/** Judges one edition by the last request about it: an approval is of one text, and a later edition needs its own. */
export function approvalOf(edition: number, requests: readonly ApprovalRequest[]): Approval {
  const own = requests.filter((request) => request.edition === edition && !request.isWithdrawn);
  const last = own.toSorted((a, b) => a.askedAt - b.askedAt).at(-1);
  if (!last) return "not-asked";
  if (last.decision === null) return "awaited";
  return isUnproven(last.decision) ? "unproven" : last.decision.outcome;
}

/** True for an approval that covers no use yet: nothing proved its author's address by that instant. */
export function isUnproven({ heldUntil }: Pick<ApprovalDecision, "heldUntil">, at = Infinity): boolean {
  return heldUntil !== undefined && (heldUntil === null || heldUntil > at);
}

/** A request may be answered while it is not withdrawn, no later one was sent and nobody has answered it. */
export function isOpenRequest<R extends ApprovalRequest>(request: R, requests: readonly R[]): boolean {
  if (request.isWithdrawn || request.decision !== null) return false;
  return requests.every(({ askedAt }) => askedAt <= request.askedAt);
}
