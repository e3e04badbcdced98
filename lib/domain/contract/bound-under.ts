import { bindingUnder } from "@/lib/domain/organisation/binding";
import type { GdprBinding } from "@/lib/domain/organisation/types";
import { contractContentSchema } from "./content";
import { contractOn } from "./in-force";
import type { ContractDates } from "./types";

/** A contract in force as it is stored; null content where nothing in it says whether article 3(2) reaches the processor. */
export type StoredBinding = ContractDates & { content: unknown };

/**
 * True where the GDPR binds the processor itself for one client, article 3: what its contracts in force state outweighs what is usual,
 * and of several one that says so suffices.
 */
export function isBoundUnder(
  contracts: readonly StoredBinding[],
  { usual, on }: { usual: GdprBinding; on: string },
): boolean {
  if (contracts.length === 0) return usual !== "contractual-only";
  return contracts.some((stored) => bindingUnder(usual, agreedIn(stored, on)) !== "contractual-only");
}

function agreedIn({ content, ...dates }: StoredBinding, on: string) {
  if (content === null) return null;
  return contractOn({ ...dates, content: contractContentSchema.parse(content) }, on).contractTerms.terms
    .binding;
}
