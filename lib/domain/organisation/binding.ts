import type { DutyBasis } from "@/lib/domain/processing-record/types";
import type { GdprBinding, OrganisationFacts } from "./types";

/**
 * Whether the GDPR binds this processor by itself or through its contracts only, with the reason (a key under
 * `gaps.basis`). A processor outside the Union is bound by statute where 3(1) or 3(2) applies; otherwise what the
 * register owes is owed to the controllers, 28(3) and the standard clauses.
 */
export function basisOf({ gdprBinding }: Pick<OrganisationFacts, "gdprBinding">): {
  basis: DutyBasis;
  reason: GdprBinding;
} {
  return { basis: gdprBinding === "contractual-only" ? "contractual" : "statutory", reason: gdprBinding };
}
