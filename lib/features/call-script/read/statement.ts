import { canonicalText } from "@/lib/domain/journal/canonical";
import type { PortalRequest } from "@/lib/features/call-script/read/portal";
import type { ScriptDecision } from "@/lib/features/call-script/schema";
import type { ContactCtx } from "@/lib/platform/request/context";

/** Canonical text of an answer about an edition, with the digest of the text that was shown. */
export function scriptStatement(
  { actor, scope }: ContactCtx,
  { id, reference, edition, digest }: Pick<PortalRequest, "id" | "reference" | "edition" | "digest">,
  { outcome, power, reason }: ScriptDecision,
): string {
  return canonicalText({
    form: "amana-script-1",
    organisation: scope.org,
    contact: actor.contactId,
    act: outcome,
    script: { request: id, reference, edition, textDigest: digest },
    power,
    reason,
  });
}
