import { GapBadge } from "@/components/ui/gap-badge";

/** So many clauses are named in a row of a list; of a contract that nobody has read, their number says enough. */
const MOST_NAMED = 6;

export function ContractGapBadge({ row }: { row: { requiredGaps: number; gapCodes: readonly string[] } }) {
  const codes = row.gapCodes.length > MOST_NAMED ? [] : row.gapCodes;
  return <GapBadge count={row.requiredGaps} codes={codes} />;
}
