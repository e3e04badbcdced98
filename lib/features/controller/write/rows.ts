import type { Ctx } from "@/lib/platform/request/context";
import { insertRows } from "@/lib/platform/database/insert-rows";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import { type ControllerRow, flattenController } from "@/lib/features/controller/read/queries";

type Change = "created" | "saved" | "archived" | "restored" | "imported" | "merged" | "unmerged";

/** Inserts the version row and closes the previous one. */
export function insertControllerVersion(tx: Tx, ctx: Ctx, row: ControllerRow, change: Change): Promise<void> {
  return insertControllerVersions(tx, ctx, [row], change);
}

/** Inserts several versions in two statements. */
export async function insertControllerVersions(
  tx: Tx,
  ctx: Ctx,
  rows: readonly ControllerRow[],
  change: Change,
): Promise<void> {
  await tx.controllerVersion.updateMany({
    where: { controllerId: { in: rows.map(({ id }) => id) }, supersededAt: null },
    data: { supersededAt: ctx.now },
  });
  await insertRows(
    tx,
    "controller_version",
    rows.map((row) => ({
      ...recordedBy(ctx),
      controllerId: row.id,
      version: row.version,
      change,
      snapshot: flattenController(row),
    })),
  );
}
