import { applicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { exportLaws } from "@/lib/domain/statute/export-laws";

/**
 * Whether the laws of a controller ask for a tool where its data are seen from a third country, chapter V; without one, law
 * 09-08, whose articles 43 and 44 govern what leaves Morocco, or the law of another country.
 */
export type ToolAsked = "tool" | "law-09-08" | "other";

export function toolAsked(
  client: LawFacts,
  { isProcessorBound, on }: { isProcessorBound: boolean; on: string },
): ToolAsked {
  const laws = applicableLaws(client, { on });
  if (exportLaws(laws, { isProcessorBound }).length > 0) return "tool";
  return laws.applied.some(({ law }) => law === "law-09-08") ? "law-09-08" : "other";
}
