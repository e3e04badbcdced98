import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

type RunChange = Parameters<Tx["importRun"]["updateMany"]>[0]["data"];

/** Updates an open run conditionally on the version shown. */
export async function updateRun(
  tx: Tx,
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  data: RunChange,
): Promise<Outcome<{ id: string }>> {
  const { count } = await tx.importRun.updateMany({
    where: { id, version, state: "open" },
    data: { ...data, version: version + 1, updatedAt: ctx.now },
  });
  return count === 1 ? done({ id }) : invalid("", "planChanged");
}
