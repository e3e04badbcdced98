import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import type { Tx } from "@/lib/platform/database/transaction";
import type { TransferParty } from "@/lib/features/transfer/read/queries";

/** Excludes ended sub-processors; the transfer reassesses the remaining one. */
export async function findSubProcessorParty(tx: Tx, id: string): Promise<TransferParty | null> {
  await tx.$queryRaw`SELECT 1 FROM sub_processor WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.subProcessor.findFirst({ where: { id, state: "listed" }, select: { content: true } });
  if (!row) return null;
  const { name, country, address, contact } = subProcessorContentSchema.parse(row.content).identity;
  return { name, country, address, contact };
}
