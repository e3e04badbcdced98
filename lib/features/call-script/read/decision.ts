import type { DecisionOutcome } from "@/lib/domain/call-script/approval";
import { type AddressProofs, heldUntil } from "@/lib/platform/access/address-proofs";

/** Columns of a client's decision on a script, of the application's table and of the portal's view. */
export const decisionSelect = {
  outcome: true,
  reason: true,
  power: true,
  recordedAt: true,
  authorName: true,
  contactId: true,
  addressUnproven: true,
} as const;

type StoredDecision = {
  outcome: string;
  reason: string;
  power: string;
  recordedAt: Date;
  authorName: string;
  contactId: string;
  addressUnproven: boolean | null;
};

/**
 * Reads a decision. `heldUntil` is the instant from which an approval counts: null while nothing proves its author's address,
 * undefined where nothing holds it.
 */
export function readDecision(decision: StoredDecision, proofs: AddressProofs) {
  const { outcome, reason, power, recordedAt, authorName, contactId } = decision;
  const until = heldUntil(decision, { act: "call-script.decide", outcome, proofs });
  return {
    outcome: outcome as DecisionOutcome,
    heldUntil: until && until.getTime(),
    reason,
    power,
    at: recordedAt.getTime(),
    by: authorName,
    contactId,
  };
}
