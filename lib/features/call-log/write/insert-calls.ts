import type { ReadCall } from "@/lib/domain/call-log/read-call";
import type { OrgScope } from "@/lib/domain/access/scope";
import { byteArray, instantArray, intArray, textArray } from "@/lib/platform/database/binary-array";
import { runTogether } from "@/lib/platform/database/run-together";

/** Calls of one statement: some megabytes. */
export const CALLS_AT_ONCE = 10_000;

export type CallLine = Omit<ReadCall, "number"> & { line: number; key: Uint8Array };

export type Insertion = {
  log: string;
  professional: string;
  lines: number;
  bytes: number;
  leasedUntil: Date;
};

/** A call that is known already, by its instant or by the dialler's name of it, is left as it is. */
const INSERT = `
  INSERT INTO logged_call (log_id, org_id, professional_id, line, person_key, called_at, code, shown, call_id)
  SELECT $1::uuid, $2::uuid, $3::uuid, c.* FROM unnest($4::int4[], $5::bytea[], $6::timestamptz[], $7::text[], $8::text[], $9::text[]) AS c
  ON CONFLICT DO NOTHING`;

const PROGRESS = `
  UPDATE call_log SET lines = $2, bytes_read = $3, leased_until = $4 WHERE id = $1::uuid AND state = 'reading'`;

/** Inserts calls with how far the reading is. Returns how many were new, or null where the log is read no more. */
export async function insertCalls(
  scope: OrgScope,
  read: readonly CallLine[],
  { log, professional, lines, bytes, leasedUntil }: Insertion,
): Promise<number | null> {
  // Sorts them as the indexes are: neighbours in an index are inserted together, and its pages are visited once.
  const calls = read.toSorted((a, b) => Buffer.compare(a.key, b.key) || a.line - b.line);
  const columns = [
    intArray(calls.map(({ line }) => line)),
    byteArray(calls.map(({ key }) => key)),
    instantArray(calls.map(({ at }) => at)),
    textArray(calls.map(({ code }) => code)),
    textArray(calls.map(({ shown }) => shown)),
    textArray(calls.map(({ callId }) => callId)),
  ];
  const [progress, inserted] = await runTogether(scope, [
    { text: PROGRESS, values: [log, lines, bytes, leasedUntil] },
    { text: INSERT, values: [log, scope.org, professional, ...columns] },
  ]);
  return progress?.rowCount ? (inserted?.rowCount ?? 0) : null;
}
