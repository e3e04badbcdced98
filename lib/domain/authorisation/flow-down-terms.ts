import { compareFlow, type FlowLine, type FlowDownTerms } from "./flow-down";
import { CLAUSE_IDS, type ClauseId } from "@/lib/domain/contract/clauses";
import type { ClauseReading, ContractTermsDocument } from "@/lib/domain/contract/content";
import { requestDays } from "@/lib/domain/contract/request-term";
import { subProcessingOf } from "@/lib/domain/contract/sub-processing";
import type { SubProcessorContent } from "@/lib/domain/sub-processor/content";
import { isInForce } from "@/lib/domain/sub-processor/use-requirements";
import { clausesAsked } from "@/lib/domain/sub-processor/rules";
import { countriesOf } from "@/lib/domain/sub-processor/scope";

/**
 * Compares one client's contract terms with those of the contract with a sub-processor, art. 28(4), on a day
 * ("2026-11-26"). Null while no contract is in force with it: nothing is passed down then, which is one gap
 * and not twenty lines.
 */
export function flowDownTerms(
  terms: Pick<ContractTermsDocument, "terms" | "clauses" | "object" | "instruments">,
  content: SubProcessorContent,
  today: string,
): FlowLine[] | null {
  const { contract, service } = content;
  if (!isInForce(contract, today)) return null;
  return compareFlow(
    promisesOf(terms, today),
    {
      terms: contract.terms,
      clauses: readingsOf(contract.clauses, clausesAsked({ content, on: today })),
      data: service.data === "" ? [] : [service.data],
      countries: countriesOf(content),
    },
    today,
  );
}

function promisesOf(terms: Parameters<typeof flowDownTerms>[0], today: string): FlowDownTerms {
  const { regime, days } = subProcessingOf(terms, today);
  // A list with notice alone needs no yes: K14 is required in the general regime only.
  const asked = CLAUSE_IDS.filter((id) => id !== "K14" || regime !== "specific");
  return {
    terms: {
      ...terms.terms,
      authorisation: regime,
      objectionDays: days,
      rightsRequestsDays: requestDays(terms.terms),
    },
    clauses: readingsOf(terms.clauses, asked),
    data: terms.object.dataCategories,
    countries: terms.object.countries,
  };
}

function readingsOf(
  clauses: Partial<Record<ClauseId, ClauseReading>>,
  asked: readonly ClauseId[],
): FlowDownTerms["clauses"] {
  const readings = CLAUSE_IDS.map((id) => [id, (asked.includes(id) && clauses[id]) || null]);
  return Object.fromEntries(readings) as FlowDownTerms["clauses"];
}
