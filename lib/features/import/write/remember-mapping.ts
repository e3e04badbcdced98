import type { PutColumn } from "@/lib/domain/import/remembered-columns";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

/** Stores the columns as a person put them, for the next file of this shape. */
export async function rememberMapping<T extends string>(
  tx: Tx,
  ctx: Ctx,
  signature: string,
  columns: readonly PutColumn<T>[],
): Promise<void> {
  const mapping = columns.map((column) => ({ ...column }));
  await tx.importMapping.upsert({
    where: { orgId_signature: { orgId: ctx.scope.org, signature } },
    create: { orgId: ctx.scope.org, signature, mapping, updatedAt: ctx.now },
    update: { mapping, updatedAt: ctx.now },
  });
}
