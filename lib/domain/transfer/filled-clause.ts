import type { FilledClause } from "@/lib/domain/contract/sub-processing";
import type { TransferContent } from "./content";

/** Clause 9(a) as a transfer keeps it; null where its tool is not module 2 of the clauses of 2021/914. */
export function filledClauseOf({
  tool,
  module,
  authorisation,
  noticeDays,
  signedOn,
}: TransferContent["tool"]): FilledClause | null {
  if (tool !== "scc-2021-914" || module !== 2) return null;
  return { regime: authorisation, days: noticeDays, signedOn };
}
