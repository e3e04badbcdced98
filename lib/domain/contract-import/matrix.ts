import { assessContract } from "@/lib/domain/contract/completeness";
import { CLAUSE_IDS, type ClauseId } from "@/lib/domain/contract/clauses";
import { openCase, type ContractAssessment } from "@/lib/domain/contract/contract-case";
import type { ClauseAnswer } from "@/lib/domain/contract/content";

/** Answer in each column of a contract's row; null where the clause is not required of it. */
export type MatrixRow = Record<ClauseId, ClauseAnswer | null>;

/**
 * Builds a contract's row of the matrix for a day. A clause that the rest of the contract contradicts (K25 on
 * the clauses of 2021/915 alone) counts as insufficient.
 */
export function matrixRow(assessment: ContractAssessment): MatrixRow {
  const { contractTerms, asked } = openCase(assessment);
  const denied = new Set(
    assessContract(assessment).flatMap(({ level, clause }) => (level === "required" ? [clause] : [])),
  );
  const cell = (id: ClauseId): ClauseAnswer | null => {
    if (!asked.has(id)) return null;
    const { answer } = contractTerms.clauses[id];
    return answer === "present" && denied.has(id) ? "insufficient" : answer;
  };
  return Object.fromEntries(CLAUSE_IDS.map((id) => [id, cell(id)])) as MatrixRow;
}
