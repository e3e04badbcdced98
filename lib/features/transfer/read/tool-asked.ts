import { toolAsked, type ToolAsked } from "@/lib/domain/transfer/tool-asked";
import type { LawFacts } from "@/lib/domain/statute/applicable-laws";
import type { Reader } from "@/lib/platform/read/reader";

type Row = LawFacts & { gdprBinding: string };

/** Whether a controller's laws of a day ask for a tool; null for one that is not found. */
export async function findToolAsked(
  reader: Reader,
  controllerId: string,
  on: string,
): Promise<ToolAsked | null> {
  const [row] = await reader.$queryRaw<Row[]>`
    SELECT c.country, c.address, c.establishments, c.targeting, c.target_countries AS "targetCountries",
      o.gdpr_binding AS "gdprBinding"
    FROM controller c JOIN organisation o ON o.id = c.org_id WHERE c.id = ${controllerId}::uuid`;
  return row ? toolAsked(row, { isProcessorBound: row.gdprBinding !== "contractual-only", on }) : null;
}
