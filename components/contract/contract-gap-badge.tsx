import { GapBadge } from "@/components/ui/gap-badge";

/** Limit of named clauses in a row of a list. */
const MOST_NAMED = 6;

export function ContractGapBadge({ row }: { row: { requiredGaps: number; gapCodes: readonly string[] } }) {
  const codes = row.gapCodes.length > MOST_NAMED ? [] : row.gapCodes;
  return <GapBadge count={row.requiredGaps} codes={codes} />;
}
