import { findProofs } from "./proofs";
import type { LineAnswer, Said } from "@/lib/domain/contract-end/answers";
import { blockersOf, type Blocker } from "@/lib/domain/contract-end/closing";
import { missingLines } from "@/lib/domain/contract-end/lines";
import { stateOn } from "@/lib/domain/contract/in-force";
import type { ContractState } from "@/lib/domain/contract/types";
import { certificateNumber } from "@/lib/domain/contract-end/number";
import { concernOf, type OtherContract } from "@/lib/domain/contract-end/records-concerned";
import type { DrawnLine, LineDetail, LineKind, LineState, RunState } from "@/lib/domain/contract-end/types";
import { findContracts } from "@/lib/features/contract/data";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import type { RecordState } from "@/lib/domain/processing-record/types";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { recordedBy } from "@/lib/platform/recorded-by";
import type { Tx } from "@/lib/platform/transaction";

const lineSelect = {
  id: true,
  contractEndId: true,
  kind: true,
  key: true,
  title: true,
  detail: true,
  state: true,
  answer: true,
  said: true,
  version: true,
} satisfies Prisma.ContractEndLineSelect;

const runSelect = {
  id: true,
  contract: { select: { controllerId: true } },
  contractId: true,
  state: true,
  recordIds: true,
  version: true,
  createdAt: true,
  lines: { select: lineSelect, orderBy: { position: "asc" } },
  certificates: {
    orderBy: [{ issuedAt: "desc" }, { counter: "desc" }],
    select: {
      number: true,
      documentId: true,
      digest: true,
      issuedAt: true,
      endedContract: true,
      endedRecords: true,
    },
  },
} satisfies Prisma.ContractEndSelect;

type StoredRun = Prisma.ContractEndGetPayload<{ select: typeof runSelect }>;
type StoredLine = StoredRun["lines"][number];

export type LineRow = Pick<StoredLine, "id" | "contractEndId" | "key" | "title" | "version"> & {
  kind: LineKind;
  detail: LineDetail;
  state: LineState;
  answer: LineAnswer | null;
  said: Partial<Said>;
};

export type RunRow = Omit<StoredRun, "contract" | "state" | "lines"> & {
  /** Whose the contract is now. */
  controllerId: string;
  state: RunState;
  lines: LineRow[];
};

export async function findRun(tx: Tx, id: string): Promise<RunRow | null> {
  const row = await tx.contractEnd.findFirst({ where: { id }, select: runSelect });
  if (!row) return null;
  const { contract, state, lines, ...run } = row;
  return {
    ...run,
    controllerId: contract.controllerId,
    state: state as RunState,
    lines: lines.map(readLine),
  };
}

export async function findLine(tx: Tx, id: string): Promise<LineRow | null> {
  const row = await tx.contractEndLine.findFirst({ where: { id }, select: lineSelect });
  return row && readLine(row);
}

function readLine({ kind, detail, state, answer, said, ...row }: StoredLine): LineRow {
  return {
    ...row,
    kind: kind as LineKind,
    detail: detail as LineDetail,
    state: state as LineState,
    answer: answer as LineAnswer | null,
    said: (said ?? {}) as Partial<Said>,
  };
}

/** The run of a contract that is open or closed; one that was cancelled makes room for another. */
export async function findStanding(tx: Tx, contractId: string): Promise<string | null> {
  const where = { contractId, state: { not: "cancelled" } };
  return (await tx.contractEnd.findFirst({ where, select: { id: true } }))?.id ?? null;
}

/** Runs of a contract that were stopped, or whose closing was revoked, the newest first: each may be taken up again. */
export function findCancelled(tx: Tx, contractId: string) {
  return tx.contractEnd.findMany({
    where: { contractId, state: "cancelled" },
    orderBy: { updatedAt: "desc" },
    select: { id: true, updatedAt: true },
  });
}

/** Whoever changes a run or one of its lines waits here for whoever does the same. */
export async function lockRun(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM contract_end WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Nobody ends another contract of this controller meanwhile: which one is its last is decided by one at a time. */
export async function lockContractsOf(tx: Tx, controllerId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM contract WHERE controller_id = ${controllerId}::uuid ORDER BY id FOR UPDATE`;
}

/** Nobody else begins, ends or reopens this contract meanwhile. */
export async function lockContract(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM contract WHERE id = ${id}::uuid FOR UPDATE`;
}

/**
 * The next number of a year. Whoever takes one waits here for whoever does the same in this organisation, until the end
 * of the transaction: nothing is deleted, so a refusal leaves no hole.
 */
export async function takeNumber(tx: Tx, org: string, year: number) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`certificates ${org}`}, 0))`;
  const { _max } = await tx.contractEndCertificate.aggregate({ where: { year }, _max: { counter: true } });
  const counter = (_max.counter ?? 0) + 1;
  return { year, counter, number: certificateNumber({ year, counter }) };
}

/** Entries held for a controller, as the lines are drawn from them, by reference. */
export async function findEntries(tx: Tx, controllerId: string) {
  const rows = await tx.processingRecord.findMany({
    where: { controllerId, capacity: "processor" },
    orderBy: { reference: "asc" },
    select: { id: true, reference: true, activity: true, state: true, content: true },
  });
  return rows.map(({ state, content, ...row }) => {
    const read = recordContentSchema.parse(content);
    return {
      ...row,
      state: state as RecordState,
      content: read,
      contractReference: read.contractReference,
      contractIds: read.contractIds,
    };
  });
}

/** Signed, and neither past its term nor ended. */
const GOING_ON: readonly ContractState[] = ["signed", "in-force"];

/** A controller's other contracts, and which of them bind on a day or will. */
export async function findOthers(
  tx: Tx,
  contract: { id: string; controllerId: string },
  on: string,
): Promise<OtherContract[]> {
  const rows = await findContracts(tx, { controllerId: contract.controllerId, id: { not: contract.id } });
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    goesOn: GOING_ON.includes(stateOn(row, on)),
  }));
}

/** What the register says now and the run does not hold: entries that name the contract since, and lines. */
export async function findMissing(
  tx: Tx,
  run: Pick<RunRow, "controllerId" | "contractId" | "recordIds" | "lines">,
  reference: string,
  others: readonly OtherContract[],
): Promise<{ recordIds: string[]; lines: DrawnLine[] }> {
  const entries = await findEntries(tx, run.controllerId);
  const contract = { id: run.contractId, reference };
  const since = entries.filter(
    (entry) => !run.recordIds.includes(entry.id) && concernOf(entry, contract, others) === "names-it",
  );
  const concerned = entries.filter((entry) => run.recordIds.includes(entry.id) || since.includes(entry));
  return { recordIds: since.map(({ id }) => id), lines: missingLines(concerned, run.lines) };
}

/** All that keeps an open run from being closed; `missing` is what the register names besides. */
export async function findBlockers(
  tx: Tx,
  { lines }: Pick<RunRow, "lines">,
  missing: readonly DrawnLine[],
): Promise<Blocker[]> {
  const proofs = await findProofs(
    tx,
    lines.map(({ id }) => id),
  );
  const read = lines.map((line) => ({
    ...line,
    documents: proofs.filter(({ subjectId }) => subjectId === line.id).length,
  }));
  return blockersOf(read, missing);
}

/** Writes lines after those that stand. */
export async function insertLines(
  tx: Tx,
  { scope, now }: Ctx,
  { id, lines: before }: { id: string; lines: readonly unknown[] },
  lines: readonly DrawnLine[],
): Promise<string[]> {
  const rows = lines.map((line, index) => ({
    ...line,
    id: newId(now),
    orgId: scope.org,
    contractEndId: id,
    position: before.length + index,
  }));
  await tx.contractEndLine.createMany({ data: rows });
  return rows.map((row) => row.id);
}

type NewFact = {
  contractEndId: string;
  lineId?: string;
  version: number;
  event: string;
  state: string;
  said: Prisma.InputJsonObject;
};

/** What was answered or done, with its evidence, author and instant. */
export async function keepFact(tx: Tx, ctx: Ctx, fact: NewFact): Promise<void> {
  await tx.contractEndFact.create({ data: { ...fact, ...recordedBy(ctx), id: newId(ctx.now) } });
}

/** The instant of the last answer to each line of a run, by its id. */
export async function findAnsweredAt(tx: Tx, contractEndId: string): Promise<Map<string, number>> {
  const rows = await tx.contractEndFact.findMany({
    where: { contractEndId, lineId: { not: null } },
    orderBy: { version: "asc" },
    select: { lineId: true, recordedAt: true },
  });
  return new Map(rows.map(({ lineId, recordedAt }) => [lineId!, recordedAt.getTime()]));
}

/** Facts of a run or of one of its lines, the newest first. */
export function findFacts(tx: Tx, where: { contractEndId: string; lineId?: string | null }, take = 100) {
  return tx.contractEndFact.findMany({
    where,
    orderBy: [{ recordedAt: "desc" }, { version: "desc" }],
    take,
    select: {
      id: true,
      lineId: true,
      version: true,
      event: true,
      state: true,
      said: true,
      recordedAt: true,
      authorName: true,
    },
  });
}

/** What a certificate and its screens say of whose data they were. */
export function findController(tx: Tx, id: string) {
  return tx.controller.findFirstOrThrow({
    where: { id },
    select: { id: true, legalName: true, language: true },
  });
}

/** What a journal entry about a run is about: the contract and whose it was. */
export async function subjectOf(
  tx: Tx,
  { id, contractId, controllerId }: Pick<RunRow, "id" | "contractId" | "controllerId">,
) {
  const { reference } = await tx.contract.findFirstOrThrow({
    where: { id: contractId },
    select: { reference: true },
  });
  const { legalName } = await findController(tx, controllerId);
  return { noun: "contract-end" as const, id, label: `${reference} · ${legalName}` };
}
