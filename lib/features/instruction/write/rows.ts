import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { type InstructionRow, flattenInstruction } from "@/lib/features/instruction/read/queries";

/** Locks the row until the transaction ends. */
export async function lockInstruction(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM instruction WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Serialises the numbering of instructions in this organisation. */
export async function lockNumbers(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`instructions ${org}`}, 0))`;
}

/** Inserts the version row and closes the previous one. */
export async function insertInstructionVersion(
  tx: Tx,
  ctx: Ctx,
  row: InstructionRow,
  change: string,
): Promise<void> {
  await tx.instructionVersion.updateMany({
    where: { instructionId: row.id, supersededAt: null },
    data: { supersededAt: ctx.now },
  });
  await tx.instructionVersion.create({
    data: {
      ...recordedBy(ctx),
      instructionId: row.id,
      version: row.version,
      controllerId: row.controllerId,
      change,
      snapshot: flattenInstruction(row),
    },
  });
}
