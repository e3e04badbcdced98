import type { ClauseId } from "@/lib/domain/contract/clauses";
import type { ClauseAnswer } from "@/lib/domain/contract/content";
import {
  emptySubProcessor,
  FLOWING_CLAUSE_IDS,
  type SubProcessorContent,
} from "@/lib/domain/sub-processor/content";

type Change = { [S in keyof SubProcessorContent]?: Partial<SubProcessorContent[S]> };

export function subProcessor(name: string, change: Change): SubProcessorContent {
  const blank = emptySubProcessor(name);
  return {
    identity: { ...blank.identity, ...change.identity },
    service: { ...blank.service, ...change.service },
    places: { ...blank.places, ...change.places },
    chain: { ...blank.chain, ...change.chain },
    guarantees: { ...blank.guarantees, ...change.guarantees },
    contract: { ...blank.contract, ...change.contract },
  };
}

export function site(name: string, address: string, country: string) {
  return { name, address, country };
}

type ContractChange = {
  terms?: Partial<SubProcessorContent["contract"]["terms"]>;
  /** Clauses that are not simply present. */
  clauses?: Partial<Record<ClauseId, ClauseAnswer>>;
};

/** Signed contract with every clause read. */
export function contract(
  reference: string,
  signedOn: string,
  { terms, clauses }: ContractChange,
): SubProcessorContent["contract"] {
  const blank = emptySubProcessor("").contract;
  const read = FLOWING_CLAUSE_IDS.map((id) => [
    id,
    { answer: clauses?.[id] ?? "present", place: "", note: "" },
  ]);
  return {
    ...blank,
    reference,
    signedOn,
    terms: { ...blank.terms, ...terms },
    clauses: { ...blank.clauses, ...Object.fromEntries(read) },
  };
}
