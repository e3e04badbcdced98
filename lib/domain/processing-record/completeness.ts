import { basisOf } from "@/lib/domain/organisation/binding";
import { BEYOND_ADVICE } from "./completeness-advice";
import { openCase, type Assessment, type Case, type Rule } from "./completeness-case";
import { OPERATION_ADVICE, OPERATION_RULES } from "./completeness-operations";
import { PARTY_ADVICE, PARTY_RULES } from "./completeness-parties";
import { SAFEGUARD_ADVICE, SAFEGUARD_RULES } from "./completeness-safeguards";
import { EXEMPTION_RULES, MEASURE_ADVICE, SECURITY_RULES } from "./completeness-security";
import { TRANSFER_ADVICE, TRANSFER_RULES } from "./completeness-transfers";
import type { Capacity, DutyBasis, Gap } from "./types";

/** Raised whenever a rule changes what it finds: stored gaps of an older version are assessed again. */
export const RULES_VERSION = 3;

/** The processor's register, article 30(2), in the order of the article; then what it does not ask. */
export const RULES: Record<Capacity, readonly Rule[]> = {
  processor: [
    ...PARTY_RULES,
    ...OPERATION_RULES,
    ...TRANSFER_RULES,
    ...SAFEGUARD_RULES,
    ...SECURITY_RULES,
    ...EXEMPTION_RULES,
    ...PARTY_ADVICE,
    ...OPERATION_ADVICE,
    ...TRANSFER_ADVICE,
    ...SAFEGUARD_ADVICE,
    ...MEASURE_ADVICE,
    ...BEYOND_ADVICE,
  ],
  // The company's own register, 30(1), is asked other questions.
  controller: [],
};

/** Every gap of a record by the law of `on`, in the order of the register. Pure: the same case, the same gaps. */
export function assess(assessment: Assessment): Gap[] {
  const it = openCase(assessment);
  const { basis } = basisOf(assessment.organisation);
  return RULES[assessment.record.capacity]
    .filter((rule) => rule.applies(it) && !rule.isMet(it))
    .map((rule) => gapOf(rule, it, basis));
}

/** Counts by level, and the codes present, each once, in the order of the register. */
export function summariseGaps(gaps: readonly Gap[]): {
  required: number;
  advisable: number;
  codes: string[];
} {
  const required = gaps.filter(({ level }) => level === "required").length;
  const present = new Set(gaps.map(({ code }) => code));
  const known = CODES.filter((code) => present.has(code));
  return { required, advisable: gaps.length - required, codes: known };
}

/** Every code in the order of the register: REG-1 … REG-8, REG-30-5, then the advisable ones. */
export const CODES: readonly string[] = [...new Set(RULES.processor.map(({ code }) => code))];

/** Key of a gap's words, "gaps.REG-5_vague", under which stand `short`, `write` and `why`. */
export function gapMessageKey(rule: string): string {
  return `gaps.${rule.replaceAll(".", "_")}`;
}

function gapOf({ id, code, level, field, article, params }: Rule, it: Case, basis: DutyBasis): Gap {
  return { code, rule: id, level, field, article, basis, params: params?.(it) ?? {} };
}
