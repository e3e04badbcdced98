import type { Tx } from "@/lib/platform/database/transaction";
import type { ThreadRow, Writer } from "@/lib/features/thread/read/queries";

/** Serialises messages on one subject. */
export async function lockThread(tx: Tx, subjectId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`thread ${subjectId}`}, 0))`;
}

/** Never decreases: pages may report in any order. */
export async function updateReadPosition(
  tx: Tx,
  { id, controllerId }: Pick<ThreadRow, "id" | "controllerId">,
  reader: Writer,
  { org, readTo, now }: { org: string; readTo: number; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO thread_read AS r (thread_id, reader_id, org_id, controller_id, side, read_to, read_at)
    VALUES (${id}::uuid, ${reader.id}::uuid, ${org}::uuid, ${controllerId}::uuid, ${reader.side}, ${readTo}, ${now})
    ON CONFLICT (thread_id, reader_id) DO UPDATE SET read_to = excluded.read_to, read_at = excluded.read_at
      WHERE r.read_to < excluded.read_to`;
}
