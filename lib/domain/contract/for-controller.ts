import { CLAUSE_IDS } from "./clauses";
import type { ClauseReading, ContractTermsDocument } from "./content";

/**
 * The clauses of a contract as its controller reads them in the portal, art. 28(3): what was found, and where. What the
 * processor noted beside them is its own work, and so is who of its staff marked several at once.
 */
export function clausesForController({
  clauses,
}: Pick<ContractTermsDocument, "clauses">): ContractTermsDocument["clauses"] {
  const readings = CLAUSE_IDS.map((id) => [id, forController(clauses[id])]);
  return Object.fromEntries(readings) as ContractTermsDocument["clauses"];
}

function forController({ markedTogether, ...reading }: ClauseReading): ClauseReading {
  const shown = { ...reading, note: "" };
  return markedTogether ? { ...shown, markedTogether: { ...markedTogether, by: "" } } : shown;
}

/** Returns whether a clause is shown: an unread one tells nothing of the contract. */
export function isReadClause(
  { clauses }: Pick<ContractTermsDocument, "clauses">,
  id: keyof ContractTermsDocument["clauses"],
): boolean {
  return clauses[id].answer !== "unread";
}
