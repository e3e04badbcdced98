import type { MentionFinding } from "@/lib/domain/telephone-prospecting/script";
import type { Approval } from "./approval";
import { faultsOf } from "./mentions";

export type UseRefusal = "alreadyUsed" | "notApproved" | "notProven" | "faulty";

type ToUse = {
  edition: number;
  usedEdition: number | null;
  approval: Approval;
  /** Null where the language is not checked. */
  findings: readonly MentionFinding[] | null;
};

/** Refuses to put an edition into use that its controller has not approved, or that the law of the day does not admit. */
export function refusalOfUse({ edition, usedEdition, approval, findings }: ToUse): UseRefusal | null {
  if (edition === usedEdition) return "alreadyUsed";
  if (approval === "unproven") return "notProven";
  if (approval !== "approved") return "notApproved";
  return faultsOf(findings).length > 0 ? "faulty" : null;
}
