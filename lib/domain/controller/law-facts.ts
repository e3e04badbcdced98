import { applicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { exportLaws } from "@/lib/domain/statute/export-laws";
import type { ExportLaw } from "@/lib/domain/statute/other-adequacy";

/** Columns of a controller that decide its laws and its duties towards authorities. */
export const lawColumns = {
  country: true,
  address: true,
  establishments: true,
  targeting: true,
  targetCountries: true,
  clientRole: true,
} as const;

/** Stored columns by the controller's id, with the processor's own binding. */
type Exporting = { rows: readonly (LawFacts & { id: string })[]; isProcessorBound: boolean; on: string };

/** Laws under which each controller exports on a day; for one that is not among them the Union's, as the strictest. */
export function exportLawsFinder({ rows, isProcessorBound, on }: Exporting) {
  const stored = new Map(rows.map((row) => [row.id, row]));
  const known = new Map<string | null, readonly ExportLaw[]>();
  return (controllerId: string | null): readonly ExportLaw[] => {
    const row = stored.get(controllerId ?? "");
    const laws =
      known.get(controllerId) ??
      (row ? exportLaws(applicableLaws(row, { on }), { isProcessorBound }) : (["gdpr"] as const));
    known.set(controllerId, laws);
    return laws;
  };
}
