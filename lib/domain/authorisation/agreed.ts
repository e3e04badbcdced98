import { contractOn } from "@/lib/domain/contract/in-force";
import type { Contract } from "@/lib/domain/contract/types";
import type { Regime } from "./types";

/** By what a controller is asked: its contract in force, what that lets be done, and how long it leaves for an answer. */
export type Agreed = {
  contractId: string | null;
  regime: Regime;
  /** Calendar days; null: none were agreed. */
  days: number | null;
};

/**
 * What the contracts with one controller say on a day of engaging others, art. 28(2). A general authorisation is never
 * presumed: where no contract is in force or one is silent, each sub-processor wants a yes. Of several the strictest
 * counts: a yes before a list, then the longer period.
 */
export function agreedOn(contracts: readonly (Contract & { id: string })[], day: string): Agreed {
  const inForce = contracts
    .map((contract) => ({ id: contract.id, ...contractOn(contract, day) }))
    .filter(({ state }) => state === "in-force")
    .map(({ id, deed: { terms } }) => ({
      contractId: id,
      regime: terms.authorisation ?? ("specific" as const),
      days: terms.objectionDays,
    }));
  return inForce.toSorted(byStrictness)[0] ?? { contractId: null, regime: "specific", days: null };
}

function byStrictness(one: Agreed, other: Agreed): number {
  if (one.regime !== other.regime) return one.regime === "specific" ? -1 : 1;
  return (other.days ?? Infinity) - (one.days ?? Infinity) || 0;
}
