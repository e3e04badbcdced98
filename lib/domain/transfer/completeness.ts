import { basisOf, openCase, type TransferAssessment, type TransferGap } from "./transfer-case";
import { TRANSFER_RULES } from "./transfer-rules";

/** Raised whenever a rule changes what it finds: stored gaps of an older version are assessed again. */
export const TRANSFER_RULES_VERSION = 5;

/**
 * Every gap of a transfer by the law of a calendar date, in the order of the rules. Inside the EEA nothing is a
 * transfer, and nothing is missing. Pure: the same case, the same gaps.
 */
export function assessTransfer(assessment: TransferAssessment): TransferGap[] {
  const it = openCase(assessment);
  if (it.isInside || it.exportLaws.length === 0) return [];
  const basis = basisOf(it);
  return TRANSFER_RULES.filter((rule) => rule.applies(it) && !rule.isMet(it)).map(
    ({ id, isMet: _isMet, applies: _applies, ...gap }) => ({ rule: id, ...gap, basis }),
  );
}

/** Counts by level, and the rules of what is required, in their order. */
export function summariseTransferGaps(gaps: readonly TransferGap[]) {
  const required = gaps.filter(({ level }) => level === "required");
  return {
    required: required.length,
    advisable: gaps.length - required.length,
    codes: required.map(({ rule }) => rule),
  };
}
