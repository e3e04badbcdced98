import { canonicalText } from "@/lib/domain/journal/canonical";
import type { AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import type { DecisionInput } from "@/lib/features/portal-decision/schema";
import type { ContactCtx } from "@/lib/platform/request/context";

type Decision = DecisionInput["decision"];

/**
 * Canonical text of a decision as it was shown: the request with the digests of its text and list, what is decided, by whom. Its
 * SHA-256 is the challenge that the passkey signs. The version is left out: a receipt recorded since changes nothing shown.
 */
export function decisionStatement(
  { actor, scope }: ContactCtx,
  { id, reference, regime, days, zone, textDigest, listDigest }: AuthorisationRow,
  { event, conditions, reason, signatory, capacity, power }: Decision,
): string {
  return canonicalText({
    form: "amana-decision-1",
    organisation: scope.org,
    contact: actor.contactId,
    request: { id, reference, regime, days, zone, textDigest, listDigest },
    decision: { event, conditions, reason, signatory, capacity, power },
  });
}
