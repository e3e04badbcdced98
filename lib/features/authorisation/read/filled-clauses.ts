import type { FilledClause } from "@/lib/domain/contract/sub-processing";
import { transferContentSchema } from "@/lib/domain/transfer/content";
import { filledClauseOf } from "@/lib/domain/transfer/filled-clause";
import type { Tx } from "@/lib/platform/database/transaction";

/** Clause 9(a) of standard clauses with the organisation, from current transfers. */
export async function findFilledClauses(
  tx: Tx,
  controllerIds?: readonly string[],
): Promise<Map<string, FilledClause[]>> {
  const rows = await tx.transfer.findMany({
    where: {
      state: "running",
      flow: "to-organisation",
      controllerId: controllerIds ? { in: [...controllerIds] } : { not: null },
    },
    orderBy: { reference: "asc" },
    select: { controllerId: true, content: true },
  });
  const clauses = new Map<string, FilledClause[]>();
  for (const { controllerId, content } of rows) {
    const filled = filledClauseOf(transferContentSchema.parse(content).tool);
    if (filled && controllerId !== null)
      clauses.set(controllerId, [...(clauses.get(controllerId) ?? []), filled]);
  }
  return clauses;
}
