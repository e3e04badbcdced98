import type { QueryConfig } from "pg";
import type { OrgScope } from "@/lib/domain/access/scope";
import { runTogether } from "@/lib/platform/database/run-together";

/** Lines and bytes of a log that were read so far. */
export type Progress = { log: string; lines: number; bytes: number; leasedUntil: Date };

const PROGRESS = `
  UPDATE call_log SET lines = $2, bytes_read = $3, leased_until = $4 WHERE id = $1::uuid AND state = 'reading'`;

/** Writes how far a reading is, with statements of it in the same unit; false where the log is read no more. */
export async function saveProgress(
  scope: OrgScope,
  { log, lines, bytes, leasedUntil }: Progress,
  also: readonly QueryConfig<unknown[]>[] = [],
): Promise<boolean> {
  const [progress] = await runTogether(scope, [
    { text: PROGRESS, values: [log, lines, bytes, leasedUntil] },
    ...also,
  ]);
  return progress?.rowCount === 1;
}
