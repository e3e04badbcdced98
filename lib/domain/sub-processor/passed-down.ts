import { shortfalls, type Promises, type Shortfall } from "@/lib/domain/authorisation/flow-down";
import { CLAUSE_IDS, type ClauseId } from "@/lib/domain/contract/clauses";
import type { ClauseReading, Deed } from "@/lib/domain/contract/content";
import type { SubProcessorContent } from "./content";
import { isInForce } from "./pieces";
import { clausesAsked } from "./rules";

/**
 * Where the contract with a sub-processor promises less than one client's deed, art. 28(4), on a day ("2026-11-26"). Null
 * while nothing is in force with it: nothing at all is passed down then, which is one gap and not twenty lines.
 */
export function passedDown(
  deed: Pick<Deed, "terms" | "clauses">,
  content: SubProcessorContent,
  today: string,
): Shortfall[] | null {
  const { contract } = content;
  if (!isInForce(contract, today)) return null;
  return shortfalls(
    { terms: deed.terms, clauses: answersOf(deed.clauses, CLAUSE_IDS) },
    { terms: contract.terms, clauses: answersOf(contract.clauses, clausesAsked({ content, on: today })) },
  );
}

function answersOf(
  clauses: Partial<Record<ClauseId, ClauseReading>>,
  asked: readonly ClauseId[],
): Promises["clauses"] {
  const answers = CLAUSE_IDS.map((id) => [id, (asked.includes(id) && clauses[id]?.answer) || null]);
  return Object.fromEntries(answers) as Promises["clauses"];
}
