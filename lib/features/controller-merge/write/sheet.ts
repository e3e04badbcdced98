import { required } from "@/lib/domain/invariant/required";
import type { MergedSheet } from "@/lib/domain/controller/merge";
import { type ControllerRow, findController } from "@/lib/features/controller/read/queries";
import { controllerDocument } from "@/lib/features/controller/write/document";
import type { StaffCtx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

type SheetChange = Partial<MergedSheet> | { archivedAt: Date | null; mergedIntoId: string | null };

export async function saveSheet(
  tx: Tx,
  ctx: StaffCtx,
  row: ControllerRow,
  stated: SheetChange,
  change: "merged" | "unmerged",
): Promise<ControllerRow> {
  const data = { ...stated, version: row.version + 1, updatedAt: ctx.now } as object;
  await tx.controller.update({ where: { id: row.id }, data });
  const after = required(await findController(tx, row.id), "controller");
  await controllerDocument.insertVersions(tx, ctx, [{ row: after }], change);
  return after;
}

export function subjectOf(row: ControllerRow) {
  return { noun: "controller" as const, id: row.id, label: row.legalName };
}
