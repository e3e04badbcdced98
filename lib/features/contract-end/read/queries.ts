import type { LineAnswer, EvidenceValues } from "@/lib/domain/contract-end/answers";
import { type Blocker, blockersOf } from "@/lib/domain/contract-end/closing";
import { missingLines } from "@/lib/domain/contract-end/lines";
import { stateOn } from "@/lib/domain/contract/in-force";
import type { ContractState } from "@/lib/domain/contract/types";
import { concernOf, type OtherContract } from "@/lib/domain/contract-end/records-concerned";
import type { DrawnLine, LineDetail, LineKind, LineState, RunState } from "@/lib/domain/contract-end/types";
import { findContracts } from "@/lib/features/contract/read/queries";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import type { RecordState } from "@/lib/domain/processing-record/types";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { findProofs } from "./proofs";

const lineSelect = {
  id: true,
  contractEndId: true,
  kind: true,
  key: true,
  title: true,
  detail: true,
  state: true,
  answer: true,
  answerFields: true,
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
  evidence: Partial<EvidenceValues>;
};

export type RunRow = Omit<StoredRun, "contract" | "state" | "lines"> & {
  /** Current controller, after merges. */
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

function readLine({ kind, detail, state, answer, answerFields: evidence, ...row }: StoredLine): LineRow {
  return {
    ...row,
    kind: kind as LineKind,
    detail: detail as LineDetail,
    state: state as LineState,
    answer: answer as LineAnswer | null,
    evidence: (evidence ?? {}) as Partial<EvidenceValues>,
  };
}

/** Open or closed run; a cancelled one permits another. */
export async function findBindingContract(tx: Tx, contractId: string): Promise<string | null> {
  const where = { contractId, state: { not: "cancelled" } };
  return (await tx.contractEnd.findFirst({ where, select: { id: true } }))?.id ?? null;
}

/** Runs that can be resumed, newest first. */
export function findCancelled(tx: Tx, contractId: string) {
  return tx.contractEnd.findMany({
    where: { contractId, state: "cancelled" },
    orderBy: { updatedAt: "desc" },
    select: { id: true, updatedAt: true },
  });
}

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

/** States signed, neither expired nor ended. */
const GOING_ON: readonly ContractState[] = ["signed", "in-force"];

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

/** Entries and lines that the register has gained since the run began. */
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

/** `missing` counts what the register has gained. */
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

export async function findAnsweredAt(tx: Tx, contractEndId: string): Promise<Map<string, number>> {
  const rows = await tx.contractEndFact.findMany({
    where: { contractEndId, lineId: { not: null } },
    orderBy: { version: "asc" },
    select: { lineId: true, recordedAt: true },
  });
  return new Map(
    rows.flatMap(({ lineId, recordedAt }) => (lineId === null ? [] : [[lineId, recordedAt.getTime()]])),
  );
}

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
      fields: true,
      recordedAt: true,
      authorName: true,
    },
  });
}

export function findController(tx: Tx, id: string) {
  return tx.controller.findFirstOrThrow({
    where: { id },
    select: { id: true, legalName: true, language: true },
  });
}

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
