import { ADDITIONAL_ADVICE } from "./completeness-advice";
import { openCase, type Assessment, type Case, type Rule } from "./completeness-case";
import { LINK_ADVICE } from "./completeness-links";
import { OPERATION_ADVICE, OPERATION_RULES } from "./completeness-operations";
import { OWN_ADVICE } from "./completeness-own-advice";
import { OWN_PARTY_ADVICE, OWN_PARTY_RULES } from "./completeness-own-parties";
import { OWN_PROCESSING_RULES, OWN_RETENTION_RULES } from "./completeness-own-processing";
import {
  OWN_EXEMPTION_RULES,
  OWN_SAFEGUARD_ADVICE,
  OWN_SAFEGUARD_RULES,
  OWN_SECURITY_RULES,
  OWN_TRANSFER_RULES,
} from "./completeness-own-transfers";
import { PARTY_ADVICE, PARTY_RULES } from "./completeness-parties";
import { SAFEGUARD_ADVICE, SAFEGUARD_RULES } from "./completeness-safeguards";
import { EXEMPTION_RULES, MEASURE_ADVICE, SECURITY_RULES } from "./completeness-security";
import { USE_RULES } from "./completeness-sub-processors";
import { TRANSFER_ADVICE, TRANSFER_RULES } from "./completeness-transfers";
import { YOUNG_RULES } from "./completeness-young";
import type { Capacity, Gap } from "./types";

/** Raised whenever a rule changes what it finds: stored gaps of an older version are assessed again. */
export const RULES_VERSION = 14;

/** Articles 30(2) and 30(1): rules of both registers in the order of the article, then the advice. */
export const RULES: Record<Capacity, readonly Rule[]> = {
  processor: [
    ...PARTY_RULES,
    ...OPERATION_RULES,
    ...TRANSFER_RULES,
    ...SAFEGUARD_RULES,
    ...SECURITY_RULES,
    ...EXEMPTION_RULES,
    ...USE_RULES,
    ...YOUNG_RULES,
    ...PARTY_ADVICE,
    ...OPERATION_ADVICE,
    ...TRANSFER_ADVICE,
    ...SAFEGUARD_ADVICE,
    ...MEASURE_ADVICE,
    ...LINK_ADVICE,
    ...ADDITIONAL_ADVICE,
  ],
  controller: [
    ...OWN_PARTY_RULES,
    ...OWN_PROCESSING_RULES,
    ...OWN_TRANSFER_RULES,
    ...OWN_SAFEGUARD_RULES,
    ...OWN_RETENTION_RULES,
    ...OWN_SECURITY_RULES,
    ...OWN_EXEMPTION_RULES,
    ...YOUNG_RULES,
    ...OWN_PARTY_ADVICE,
    ...OWN_SAFEGUARD_ADVICE,
    ...MEASURE_ADVICE,
    ...OWN_ADVICE,
  ],
};

/** Every gap of a record by the law of `on`, in the order of the register. Pure: the same case, the same gaps. */
export function assess(assessment: Assessment): Gap[] {
  const it = openCase(assessment);
  return RULES[assessment.record.capacity]
    .filter((rule) => rule.applies(it) && !rule.isMet(it))
    .map((rule) => gapOf(rule, it));
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

/** Codes of what an article 30 asks for: REG-1 … REG-8, REG1-a … REG1-g, REG-30-5; all others are findings of 28(2) or 8, or advice. */
export function isMention(code: string): boolean {
  return code.startsWith("REG");
}

/**
 * True of a code that is counted as a gap: a mention of an article 30, an engagement that article 28(2) forbids, or a
 * procedure that article 8 asks for. A code of advice is not.
 */
export function isCounted(code: string): boolean {
  return COUNTED.has(code);
}

/** Every code in the order of its register: REG-1 … REG-8, REG-30-5, REG1-a … REG1-g, then SUB-28-2, MINORS-8 and the advisable ones. */
export const CODES: readonly string[] = codesInOrder();

const COUNTED: ReadonlySet<string> = new Set(
  Object.values(RULES).flatMap((rules) =>
    rules.flatMap(({ code, level }) => (level === "required" ? code : [])),
  ),
);

/** Codes of the mentions of one register, in its order. */
export function mentionCodes(capacity: Capacity): string[] {
  return [...new Set(RULES[capacity].map(({ code }) => code))].filter(isMention);
}

/** Codes of one register that are counted as gaps, in its order. */
export function countedCodes(capacity: Capacity): string[] {
  return [...new Set(RULES[capacity].map(({ code }) => code))].filter(isCounted);
}

/** Provision that the first rule of a code comes from. */
export function articleOfCode(code: string): string | undefined {
  return Object.values(RULES)
    .flat()
    .find((rule) => rule.code === code)?.article;
}

/** Key of a gap's words, "gaps.REG-5_vague", under which stand `short`, `write` and `why`. */
export function gapMessageKey(rule: string): string {
  return `gaps.${rule.replaceAll(".", "_")}`;
}

/** A register kept as good practice has advisable gaps only: none is a breach. */
function gapOf({ id, code, level, field, article, params }: Rule, it: Case): Gap {
  const { basis } = it.duty;
  const due = basis === "good-practice" ? "advisable" : level;
  return { code, rule: id, level: due, field, article, basis, params: params?.(it) ?? {} };
}

function codesInOrder(): string[] {
  const codes = [...new Set(Object.values(RULES).flatMap((rules) => rules.map(({ code }) => code)))];
  return [...codes.filter(isMention), ...codes.filter((code) => !isMention(code))];
}
