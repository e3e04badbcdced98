import type { DutyBasis, GdprBinding, OrganisationFacts } from "./types";

/**
 * Returns the basis of the processor's duty, by statute or by its contracts only, with the reason (words:
 * `gaps.basis`). A processor outside the Union is bound by statute where 3(1) or 3(2) applies; otherwise it
 * owes the register to the controllers, 28(3) and the standard clauses.
 */
export function basisOf({ gdprBinding }: Pick<OrganisationFacts, "gdprBinding">): {
  basis: Exclude<DutyBasis, "good-practice">;
  reason: GdprBinding;
} {
  return { basis: gdprBinding === "contractual-only" ? "contractual" : "statutory", reason: gdprBinding };
}

/**
 * Article 3: binding of the processor under one contract, which may target persons in the Union where the
 * rest does not, or the reverse. An establishment in the Union is bound whatever a contract states.
 */
export function bindingUnder(
  usual: GdprBinding,
  agreed: "direct_3_2" | "contractual_only" | null,
): GdprBinding {
  if (usual === "union-establishment" || agreed === null) return usual;
  return agreed === "direct_3_2" ? "direct-3-2" : "contractual-only";
}

/** Reason why the company's own register is due, or is not. Words: `gaps.basis.reasons`. */
export type OwnReason =
  "own-establishment" | "own-targeted" | "own-targeting-unsaid" | "own-not-targeted" | "own-outside";

/**
 * Article 30(1): returns the basis of the company's own register. An establishment in the Union brings all of
 * it under 3(1). Outside, 3(2) reaches only the processing that targets persons in the Union: a company may
 * owe the entry of its French prospects and not that of its Moroccan payroll. Nothing else in the GDPR, no
 * contract and no provision of law 09-08 requires this register: there it is good practice.
 */
export function ownBasisOf(
  { gdprBinding }: Pick<OrganisationFacts, "gdprBinding">,
  { targetsUnion }: { targetsUnion: "yes" | "no" | "unanswered" },
): { basis: DutyBasis; reason: OwnReason } {
  if (gdprBinding === "union-establishment") return { basis: "statutory", reason: "own-establishment" };
  if (targetsUnion === "yes") return { basis: "statutory", reason: "own-targeted" };
  if (gdprBinding === "contractual-only") return { basis: "good-practice", reason: "own-outside" };
  return targetsUnion === "no"
    ? { basis: "good-practice", reason: "own-not-targeted" }
    : // Bound by 3(2) for some of what it does: until somebody answers, nothing says that this is not part of it.
      { basis: "statutory", reason: "own-targeting-unsaid" };
}
