import { GapBadge } from "@/components/ui/gap-badge";
import { articleOf } from "@/lib/domain/compliance/duties";

/** Limit of gaps whose articles a row of a list names. */
const MOST_NAMED = 6;

export function ContractGapBadge({ row }: { row: { requiredGaps: number; gapCodes: readonly string[] } }) {
  const articles = row.gapCodes.map((code) => articleOf("contract", code));
  return <GapBadge count={row.requiredGaps} articles={articles.length > MOST_NAMED ? [] : articles} />;
}
