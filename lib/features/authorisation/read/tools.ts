import type { ListedFacts } from "@/lib/domain/authorisation/list";
import { transferContentSchema } from "@/lib/domain/transfer/content";
import type { Tx } from "@/lib/platform/database/transaction";

/** Tools of current transfers that carry this controller's data. */
export async function findTools(
  tx: Tx,
  controllerId: string,
  rows: readonly { id: string }[],
): Promise<Map<string, ListedFacts["tools"]>> {
  const transfers = await tx.transfer.findMany({
    where: {
      subProcessorId: { in: rows.map(({ id }) => id) },
      state: "running",
      OR: [{ controllerId: null }, { controllerId }],
    },
    orderBy: { reference: "asc" },
    select: { subProcessorId: true, content: true },
  });
  const tools = new Map<string, ListedFacts["tools"]>();
  for (const { subProcessorId, content } of transfers) {
    if (subProcessorId === null) continue;
    const { importer, tool } = transferContentSchema.parse(content);
    const line = { country: importer.country, tool: tool.tool, signedOn: tool.signedOn };
    tools.set(subProcessorId, [...(tools.get(subProcessorId) ?? []), line]);
  }
  return tools;
}
