import type { DutyBasis } from "@/lib/domain/processing-record/types";
import { openCase, type TransferAssessment, type TransferCase, type TransferGap } from "./transfer-case";
import { TRANSFER_RULES } from "./transfer-rules";

/**
 * Every gap of a transfer by the law of a calendar date, in the order of the rules. Inside the EEA nothing is a
 * transfer, and nothing is missing. Pure: the same case, the same gaps.
 */
export function assessTransfer(assessment: TransferAssessment): TransferGap[] {
  const it = openCase(assessment);
  if (it.isInside) return [];
  const basis = basisOf(it);
  return TRANSFER_RULES.filter((rule) => rule.applies(it) && !rule.isMet(it)).map(
    ({ id, level, article, section }) => ({ rule: id, level, article, section, basis }),
  );
}

/** True when the transfer may go on as far as its papers tell: nothing required is missing. */
export function mayTransfer(assessment: TransferAssessment): boolean {
  return assessTransfer(assessment).every(({ level }) => level !== "required");
}

/**
 * Chapter V binds "controllers and processors" whom the GDPR binds, art. 44. A processor outside the Union that does
 * not target persons in it is held by the clauses that it signed; its controller is held by the law itself.
 */
function basisOf({ binding }: TransferCase): Exclude<DutyBasis, "good-practice"> {
  return binding === "contractual-only" ? "contractual" : "statutory";
}
