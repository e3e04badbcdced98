import type { OrgScope } from "@/lib/domain/access/scope";
import { encodePart, type CallPart } from "@/lib/domain/call-log/call-part";
import { recordsIn } from "@/lib/domain/call-log/call-record";
import { makePart, type KnownPart, type MadePart } from "@/lib/domain/call-log/make-part";
import { batchParts } from "@/lib/domain/call-log/part-batches";
import { findParts, findPartSizes } from "@/lib/features/call-log/read/call-parts";
import { findOverlapping, type OtherLog } from "@/lib/features/call-log/read/overlapping";
import { byteArray, intArray } from "@/lib/platform/database/binary-array";
import { refreshStatistics } from "@/lib/platform/database/refresh-statistics";
import { withOrg } from "@/lib/platform/database/transaction";
import type { CollectedCalls } from "./collect-calls";
import { saveProgress, type Progress } from "./progress";
import type { Reading } from "./read-lines";

type Stored = { professional: string; reading: Reading; progress: () => Progress };
type NumberedPart = MadePart & { number: number };

/** Calls that were new, and how many of them have a name of the dialler that another call has. */
export type StoredCalls = { inserted: number; sharedNames: number };

/**
 * Stores the calls of a log part by part, each person's together, without those that are known already. No other log of the
 * organisation is read meanwhile, so that a call which two logs tell of is found here. Returns null where the
 * log is read no more.
 */
export async function storeCalls(
  scope: OrgScope,
  { file, words }: CollectedCalls,
  { professional, reading, progress }: Stored,
): Promise<StoredCalls | null> {
  await file.flush();
  const { others, sizes } = await withOrg(scope, async (tx) => {
    const found = await findOverlapping(tx, { ...reading, professional });
    const ids = found.map(({ id }) => id);
    return { others: found, sizes: await findPartSizes(tx, ids) };
  });
  const stored: StoredCalls = { inserted: 0, sharedNames: 0 };
  for (const parts of batchParts(file.sizes(), sizes)) {
    const known = await findKnown(scope, others, parts);
    const made: NumberedPart[] = [];
    for (const number of parts) {
      const one = makePart(recordsIn(await file.read(number)), words(), known.get(number) ?? []);
      if (one.part.at.length > 0) made.push({ number, ...one });
      stored.sharedNames += one.sharedNames;
    }
    if (!(await insertParts(scope, made, progress()))) return null;
    stored.inserted += made.reduce((sum, { part }) => sum + part.at.length, 0);
  }
  await refreshStatistics();
  return stored;
}

async function findKnown(
  scope: OrgScope,
  others: readonly OtherLog[],
  parts: readonly number[],
): Promise<Map<number, KnownPart[]>> {
  const logs = others.map(({ id }) => id);
  const found = await withOrg(scope, (tx) => findParts(tx, { org: scope.org, logs, parts }));
  const same = new Set(others.filter((one) => one.isSameProfessional).map(({ id }) => id));
  const known = ([number, ofPart]: [number, { log: string; part: CallPart }[]]) =>
    [number, ofPart.map(({ log, part }) => ({ part, isSameProfessional: same.has(log) }))] as const;
  return new Map([...found].map(known));
}

const INSERT = `
  INSERT INTO call_log_part (log_id, org_id, part, calls, packed)
  SELECT l.id, l.org_id, p.* FROM call_log l, unnest($2::int4[], $3::int4[], $4::bytea[]) AS p
  WHERE l.id = $1::uuid AND l.state = 'reading'`;

async function insertParts(
  scope: OrgScope,
  made: readonly NumberedPart[],
  progress: Progress,
): Promise<boolean> {
  const columns = [
    intArray(made.map(({ number }) => number)),
    intArray(made.map(({ part }) => part.at.length)),
    byteArray(made.map(({ part }) => encodePart(part))),
  ];
  return saveProgress(scope, progress, [{ text: INSERT, values: [progress.log, ...columns] }]);
}
