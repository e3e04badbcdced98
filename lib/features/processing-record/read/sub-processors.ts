import { authorisationCellOf } from "@/lib/domain/authorisation/authorisation-status";
import { requestReader } from "@/lib/domain/authorisation/read-request";
import type { SubProcessorNamed } from "@/lib/domain/processing-record/content";
import type { CalledSubProcessor, SubProcessorStatus } from "@/lib/domain/processing-record/sub-processors";
import { usedFor } from "@/lib/domain/authorisation/sub-processor-use";
import { todayIn } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";
import { findExportLaws } from "./export-laws";
import { findStoredAt } from "./sub-processors-at";
import { findStored, listedSelect, type Asked } from "./sub-processors-now";

/** Includes ended sub-processors; each with the names that its versions had. */
export async function findListed(tx: Tx): Promise<CalledSubProcessor[]> {
  const rows = await tx.subProcessor.findMany({ orderBy: { reference: "asc" }, select: listedSelect });
  const versions = await tx.subProcessorVersion.findMany({
    distinct: ["subProcessorId", "name"],
    select: { subProcessorId: true, name: true },
  });
  return rows.map((row) => ({
    ...row,
    formerNames: versions.flatMap(({ subProcessorId, name }) =>
      subProcessorId === row.id && name !== row.name ? [name] : [],
    ),
  }));
}

export type Naming = {
  controllerId: string | null;
  content: { subProcessors: readonly Pick<SubProcessorNamed, "subProcessorId">[] };
};

/** Current instant, and the past one to read as of; null for now. */
export type Instant = { now: Date; at?: Date | null };

export async function findStatuses(
  tx: Tx,
  instant: Instant,
  records: readonly Naming[],
): Promise<(record: Naming) => SubProcessorStatus[]> {
  const ids = [...new Set(records.flatMap(namedBy))];
  if (ids.length === 0) return () => [];
  const controllerIds = [...new Set(records.flatMap(({ controllerId }) => controllerId ?? []))];
  const statusesOf = await readStatuses(tx, instant, { controllerIds, ids });
  return (record) => {
    const named = namedBy(record);
    return statusesOf(record.controllerId).filter(({ id }) => named.includes(id));
  };
}

/** Reads all at once for a streamed register. */
export async function findRegisterStatuses(
  tx: Tx,
  instant: Instant,
): Promise<(record: Naming) => SubProcessorStatus[]> {
  const all = await readStatuses(tx, instant, {});
  return (record) => {
    const named = namedBy(record);
    return named.length === 0 ? [] : all(record.controllerId).filter(({ id }) => named.includes(id));
  };
}

export async function findAllStatuses(
  tx: Tx,
  now: Date,
  controllerId: string,
): Promise<SubProcessorStatus[]> {
  return (await readStatuses(tx, { now }, { controllerIds: [controllerId] }))(controllerId);
}

/** Locks sub-processors and authorisations against change. */
export async function lockStatuses(tx: Tx, now: Date, record: Naming): Promise<SubProcessorStatus[]> {
  const ids = namedBy(record);
  if (ids.length === 0) return [];
  await tx.$queryRaw`SELECT 1 FROM sub_processor WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR SHARE`;
  await tx.$queryRaw`SELECT 1 FROM authorisation
    WHERE controller_id = ${record.controllerId}::uuid AND sub_processor_id = ANY (${ids}::uuid[])
    ORDER BY id FOR SHARE`;
  return (await findStatuses(tx, { now }, [record]))(record);
}

function namedBy({ content }: Naming): string[] {
  return content.subProcessors.flatMap(({ subProcessorId }) => subProcessorId ?? []);
}

/** Applies the law of the requested day. */
async function readStatuses(
  tx: Tx,
  { now, at = null }: Instant,
  asked: Asked,
): Promise<(controllerId: string | null) => SubProcessorStatus[]> {
  const read = requestReader();
  const instant = (at ?? now).getTime();
  const today = todayIn("Africa/Casablanca", instant);
  const stored = at ? await findStoredAt(tx, at, asked) : await findStored(tx, asked);
  const lawsOf = await findExportLaws(tx, { at, on: today }, asked);
  const subProcessors = stored.map(({ id, reference, name, country, requests, ...one }) => ({
    listed: { id, reference, name, country },
    usedBy: usedFor(one, { today, lawsOf }),
    requests: byController(requests),
  }));
  return (controllerId) =>
    subProcessors.map(({ listed, usedBy, requests }) => {
      const theirs = (requests.get(controllerId ?? "") ?? []).map(read);
      // The regime of a new request does not affect use.
      const facts = { requests: theirs, subProcessor: usedBy(controllerId), regime: "specific" as const };
      const { state, missing, requestId } = authorisationCellOf(facts, instant);
      return { ...listed, state, missing, requestId };
    });
}

function byController<T extends { controllerId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.controllerId, [...(groups.get(row.controllerId) ?? []), row]);
  return groups;
}
