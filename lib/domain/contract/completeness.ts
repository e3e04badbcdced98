import { basisOf } from "@/lib/domain/organisation/binding";
import { CLAUSE_IDS, clauseOf, clausesAskedFor, type ClauseId } from "./clauses";
import { openCase, type ContractAssessment, type ContractCase, type ContractGap } from "./contract-case";
import { DOCUMENT_RULES, type ContractRule } from "./contract-rules";
import { TERM_RULES } from "./term-rules";

/** Raised whenever a rule changes what it finds: stored gaps of an older version are assessed again. */
export const CONTRACT_RULES_VERSION = 5;

/** Rules on the whole contract, and on terms that would limit the controller's rights. */
export const CONTRACT_RULES: readonly ContractRule[] = [...DOCUMENT_RULES, ...TERM_RULES];

/** Every gap of a contract, in the order of its clauses. Pure: the same case, the same gaps. */
export function assessContract(assessment: ContractAssessment): ContractGap[] {
  const it = openCase(assessment);
  const gaps = [...clauseGaps(it), ...ruleGaps(it)];
  return gaps.toSorted((one, other) => CLAUSE_IDS.indexOf(one.clause) - CLAUSE_IDS.indexOf(other.clause));
}

/** Counts by level, and the clauses that have a gap, each once, in their order. */
export function summariseContractGaps(gaps: readonly ContractGap[]) {
  const required = gaps.filter(({ level }) => level === "required");
  return {
    required: required.length,
    advisable: gaps.length - required.length,
    codes: CLAUSE_IDS.filter((id) => required.some(({ clause }) => clause === id)),
  };
}

function clauseGaps(it: ContractCase): ContractGap[] {
  const asked = clausesAskedFor(it.facts, it.on).filter(({ id }) => it.asked.has(id));
  return asked.flatMap(({ id, article }) => {
    const { answer } = it.contractTerms.clauses[id];
    if (answer === "present") return [];
    const basis = basisFor(it, id);
    return [{ clause: id, rule: answer, level: "required", article, section: "clauses", basis }];
  });
}

function ruleGaps(it: ContractCase): ContractGap[] {
  return CONTRACT_RULES.filter((rule) => rule.applies(it) && !rule.isMet(it)).flatMap(
    ({ id, level, section, ...rule }) => {
      const owed = owedUnder(it, rule);
      return owed ? [{ ...owed, rule: id, level, section, basis: basisFor(it, owed.clause) }] : [];
    },
  );
}

/** Law 09-08: a Moroccan client's contract owes the signed document alone, not past its end. */
function owedUnder(
  { exportLaws }: ContractCase,
  { clause, article }: Pick<ContractGap, "clause" | "article">,
): Pick<ContractGap, "clause" | "article"> | null {
  if (exportLaws.length > 0) return { clause, article };
  return clause === "K08" ? { clause: "K26", article: clauseOf("K26").article } : null;
}

/**
 * Law 09-08 binds by itself whoever uses means in Morocco. The GDPR binds a processor outside the Union by itself only
 * for this contract's targeting of persons in it, 3(2); otherwise what is owed is owed to the controller.
 */
function basisFor({ contractTerms, organisation }: ContractCase, clause: ClauseId): ContractGap["basis"] {
  if (clause === "K26") return "statutory";
  switch (contractTerms.terms.binding) {
    case "direct_3_2":
      return "statutory";
    case "contractual_only":
      return organisation.gdprBinding === "union-establishment" ? "statutory" : "contractual";
    case null:
      return basisOf(organisation).basis;
  }
}
