import { authorOf, recordedBy } from "@/lib/platform/write/recorded-by";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

/** Serialises additions to a subject's documents. */
export async function lockDocuments(tx: Tx, subjectId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`documents ${subjectId}`}, 0))`;
}

export async function insertWithdrawal(
  tx: Tx,
  { actor, scope, now }: Ctx,
  file: { id: string; controllerId: string | null },
  reason: string,
): Promise<void> {
  await tx.attachmentWithdrawal.create({
    data: {
      attachmentId: file.id,
      orgId: scope.org,
      controllerId: file.controllerId,
      reason,
      withdrawnAt: now,
      ...authorOf(actor),
    },
  });
}

export async function insertClosure(
  tx: Tx,
  ctx: Ctx,
  file: { id: string; controllerId: string | null },
  { isClosed, reason }: { isClosed: boolean; reason: string },
): Promise<void> {
  const before = await tx.attachmentClosure.count({ where: { attachmentId: file.id } });
  await tx.attachmentClosure.create({
    data: {
      ...recordedBy(ctx),
      attachmentId: file.id,
      number: before + 1,
      controllerId: file.controllerId,
      isClosed,
      reason,
    },
  });
}
