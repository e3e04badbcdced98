import { exportLawsFinder, lawColumns } from "@/lib/domain/controller/law-facts";
import { controllerSnapshotSchema } from "@/lib/domain/controller/snapshot";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";

/** Laws under which controllers export, as they are, or as their versions said at a past instant. */
export async function findExportLaws(
  tx: Tx,
  { at, on }: { at: Date | null; on: string },
  { controllerIds }: { controllerIds?: readonly string[] },
) {
  const { gdprBinding } = await tx.organisation.findFirstOrThrow({ select: { gdprBinding: true } });
  const ids = controllerIds && { in: [...controllerIds] };
  const rows = at
    ? (
        await tx.controllerVersion.findMany({
          where: { controllerId: ids, ...versionsAt(at) },
          select: { snapshot: true },
        })
      ).map(({ snapshot }) => controllerSnapshotSchema.parse(snapshot))
    : await tx.controller.findMany({ where: { id: ids }, select: { id: true, ...lawColumns } });
  return exportLawsFinder({ rows, isProcessorBound: gdprBinding !== "contractual-only", on });
}
