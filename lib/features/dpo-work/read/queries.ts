import { readContent, type WorkContent } from "@/lib/domain/dpo-work/content";
import type { WorkKind } from "@/lib/domain/dpo-work/kinds";
import type { WorkFact } from "@/lib/domain/dpo-work/lifecycle";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { LATEST_VERSIONS } from "@/lib/platform/versioned/history";

const workSelect = {
  id: true,
  kind: true,
  reference: true,
  controllerId: true,
  content: true,
  title: true,
  day: true,
  state: true,
  isOpen: true,
  recordIds: true,
  repeatsId: true,
  updatedAt: true,
  version: true,
  controller: { select: { id: true, legalName: true } },
} satisfies Prisma.DpoWorkSelect;

type Stored = Prisma.DpoWorkGetPayload<{ select: typeof workSelect }>;

export type WorkRow = Omit<Stored, "kind" | "content"> & { kind: WorkKind; content: WorkContent };

export async function findWork(tx: Tx, id: string, kind: WorkKind): Promise<WorkRow | null> {
  const row = await tx.dpoWork.findFirst({ where: { id, kind }, select: workSelect });
  return row && readWork(row);
}

export async function findWorks(tx: Tx, where: Prisma.DpoWorkWhereInput): Promise<WorkRow[]> {
  const rows = await tx.dpoWork.findMany({ where, select: workSelect, orderBy: { reference: "asc" } });
  return rows.map(readWork);
}

function readWork({ kind, content, ...row }: Stored): WorkRow {
  const known = kind as WorkKind;
  return { ...row, kind: known, content: readContent(known, content) };
}

/** A fact as it was recorded, with the instant in milliseconds. */
export type StoredFact = WorkFact & { id: string; at: number; authorName: string };

/** Finds the facts of some documents, in the order of their recording. */
export async function findFacts(tx: Tx, workIds: readonly string[]): Promise<Map<string, StoredFact[]>> {
  const rows = await tx.dpoWorkFact.findMany({
    where: { workId: { in: [...workIds] } },
    orderBy: { number: "asc" },
    select: {
      id: true,
      workId: true,
      event: true,
      part: true,
      factOn: true,
      detail: true,
      reason: true,
      nextOn: true,
      amount: true,
      recordedAt: true,
      authorName: true,
    },
  });
  const facts = new Map<string, StoredFact[]>(workIds.map((id) => [id, []]));
  for (const { workId, recordedAt, ...fact } of rows)
    facts.get(workId)?.push({ ...fact, at: recordedAt.getTime() });
  return facts;
}

export async function findFactsOf(tx: Tx, workId: string): Promise<StoredFact[]> {
  return (await findFacts(tx, [workId])).get(workId) ?? [];
}

export function findVersions(tx: Tx, workId: string) {
  return tx.dpoWorkVersion.findMany({ where: { workId }, ...LATEST_VERSIONS });
}

export type NamedRecord = { id: string; reference: string; capacity: string; activity: string };

export function findRecords(tx: Tx, ids: readonly string[]): Promise<NamedRecord[]> {
  return tx.processingRecord.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ capacity: "asc" }, { reference: "asc" }],
    select: { id: true, reference: true, capacity: true, activity: true },
  });
}

/** Finds the entries of references as typed; one that two registers share is of the organisation's own. */
export async function findRecordIds(tx: Tx, references: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.processingRecord.findMany({
    where: { reference: { in: [...references] } },
    orderBy: { capacity: "desc" },
    select: { id: true, reference: true },
  });
  return new Map(rows.map(({ id, reference }) => [reference, id]));
}

export type ProposedEntry = NonNullable<Awaited<ReturnType<typeof findProposedEntry>>>;

/** Finds an entry of a feed that nobody has decided on. */
export function findProposedEntry(tx: Tx, id: string) {
  return tx.watchEntry.findFirst({
    where: { id, state: "proposed" },
    select: {
      id: true,
      title: true,
      url: true,
      publishedOn: true,
      feed: { select: { name: true, title: true } },
    },
  });
}
