import { contractOn } from "@/lib/domain/contract/in-force";
import { subProcessingOf, type FilledClause } from "@/lib/domain/contract/sub-processing";
import type { Contract } from "@/lib/domain/contract/types";
import type { Regime } from "./types";

/** Terms of a request: the contract in force, its regime, and its days for an answer. */
export type Agreed = {
  contractId: string | null;
  regime: Regime;
  /** Calendar days; null: none were agreed. */
  days: number | null;
};

/**
 * Article 28(2): a general authorisation is never presumed, so where no contract is in force or one is
 * silent, each sub-processor needs a yes. Of several contracts the strictest counts: a yes before a list,
 * then the longer period. `apart` are the standard clauses signed with the controller on their own.
 */
export function agreedOn(
  contracts: readonly (Contract & { id: string })[],
  day: string,
  apart: readonly FilledClause[] = [],
): Agreed {
  const inForce = contracts
    .map((contract) => ({ id: contract.id, ...contractOn(contract, day) }))
    .filter(({ state }) => state === "in-force")
    .map(({ id, contractTerms }) => {
      const { regime, days } = subProcessingOf(contractTerms, day, apart);
      return { contractId: id, regime: regime ?? ("specific" as const), days };
    });
  return inForce.toSorted(byStrictness)[0] ?? { contractId: null, regime: "specific", days: null };
}

function byStrictness(one: Agreed, other: Agreed): number {
  if (one.regime !== other.regime) return one.regime === "specific" ? -1 : 1;
  return (other.days ?? Infinity) - (one.days ?? Infinity) || 0;
}
