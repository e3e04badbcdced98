import type { Tx } from "@/lib/platform/database/transaction";

/** Example: "two-factors" → "M-004". */
export async function findAdoptedReferences(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.measure.findMany({
    where: { libraryCode: { not: null }, retiredAt: null },
    select: { libraryCode: true, reference: true },
  });
  return new Map(rows.map(({ libraryCode, reference }) => [libraryCode ?? "", reference]));
}
