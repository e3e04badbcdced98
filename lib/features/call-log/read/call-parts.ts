import { decodePart, type CallPart } from "@/lib/domain/call-log/call-part";
import type { PartSize } from "@/lib/domain/call-log/part-batches";
import type { Tx } from "@/lib/platform/database/transaction";
import { callNameDigests } from "@/lib/platform/secrets/call-name";

/** Calls of one log in one part. */
export type LogPart = { log: string; part: CallPart };

/** Parts that some logs have, with how many bytes each is in all of them together. */
export async function findPartSizes(tx: Tx, logs: readonly string[]): Promise<PartSize[]> {
  if (logs.length === 0) return [];
  return tx.$queryRaw<PartSize[]>`
    SELECT part, sum(octet_length(packed))::int AS bytes FROM call_log_part
    WHERE log_id = ANY (${[...logs]}::uuid[]) GROUP BY part ORDER BY part`;
}

/** Reads parts of some logs, by the number of the part. */
export async function findParts(
  tx: Tx,
  { org, logs, parts }: { org: string; logs: readonly string[]; parts: readonly number[] },
): Promise<Map<number, LogPart[]>> {
  const found = new Map<number, LogPart[]>(parts.map((part) => [part, []]));
  if (logs.length === 0) return found;
  const rows = await tx.$queryRaw<{ log: string; part: number; packed: Uint8Array }[]>`
    SELECT log_id AS log, part, packed FROM call_log_part
    WHERE log_id = ANY (${[...logs]}::uuid[]) AND part = ANY (${[...parts]}::int[]) ORDER BY part, log_id`;
  const digestName = callNameDigests(org);
  for (const { log, part, packed } of rows)
    found.get(part)?.push({ log, part: decodePart(packed, digestName) });
  return found;
}
