import { lineagesOf } from "@/lib/domain/attachment/lineage";
import { findClosed } from "@/lib/platform/files/closed";
import type { Tx } from "@/lib/platform/database/transaction";

/** Documents that are neither replaced, withdrawn nor closed to view, newest first. */
export async function findProofs(tx: Tx, lineIds: readonly string[]) {
  const files = await tx.attachment.findMany({
    where: { subjectNoun: "contract-end-line", subjectId: { in: [...lineIds] } },
    orderBy: [{ storedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      subjectId: true,
      replacesId: true,
      fileName: true,
      sha256: true,
      withdrawal: { select: { reason: true } },
    },
  });
  const closed = await findClosed(
    tx,
    files.map(({ id }) => id),
  );
  return lineagesOf(files).flatMap(({ current }) => (current && !closed.has(current.id) ? [current] : []));
}
