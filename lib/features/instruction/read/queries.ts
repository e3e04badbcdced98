import { coversSchema, type InstructionContent } from "@/lib/domain/instruction/content";
import type { Authority } from "@/lib/domain/instruction/authority";
import type {
  Channel,
  DatedInstruction,
  InstructionEventKind,
  InstructionState,
  Medium,
  TransferEffect,
} from "@/lib/domain/instruction/types";
import { required } from "@/lib/domain/invariant/required";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import { todayIn } from "@/lib/domain/time/zones";
import type { Prisma } from "@/lib/generated/prisma/client";
import { sha256 } from "@/lib/platform/files/chunks";
import type { Tx } from "@/lib/platform/database/transaction";

export const factSelect = {
  id: true,
  event: true,
  state: true,
  factOn: true,
  factTime: true,
  note: true,
  source: true,
  infringes: true,
  recipient: true,
  writer: true,
  medium: true,
  writing: true,
  successorId: true,
  letterId: true,
  documentId: true,
  contactId: true,
  recordedAt: true,
  authorName: true,
} satisfies Prisma.InstructionFactSelect;

const instructionSelect = {
  id: true,
  controllerId: true,
  number: true,
  year: true,
  counter: true,
  text: true,
  textDigest: true,
  authorName: true,
  authorPower: true,
  authority: true,
  channel: true,
  receivedAt: true,
  effectiveOn: true,
  transferEffect: true,
  transferText: true,
  recordIds: true,
  covers: true,
  supersedesId: true,
  contactId: true,
  contact: { select: { email: true } },
  state: true,
  version: true,
  facts: { select: factSelect, orderBy: { version: "asc" } },
} satisfies Prisma.InstructionSelect;

type StoredInstruction = Prisma.InstructionGetPayload<{ select: typeof instructionSelect }>;
type StoredFact = StoredInstruction["facts"][number];

export type FactRow = Omit<StoredFact, "event" | "state" | "medium"> & {
  event: InstructionEventKind;
  medium: Medium;
  state: InstructionState;
};

export type InstructionRow = Omit<
  StoredInstruction,
  keyof InstructionContent | "authority" | "state" | "facts"
> &
  InstructionContent & { authority: Authority; state: InstructionState; facts: FactRow[] };

export async function findInstruction(tx: Tx, id: string): Promise<InstructionRow | null> {
  const row = await tx.instruction.findFirst({ where: { id }, select: instructionSelect });
  return row && readInstruction(row);
}

/** Sorts by receipt; a controller has a few hundred at most. */
export async function findInstructionsOf(tx: Tx, ...controllerIds: string[]): Promise<InstructionRow[]> {
  const rows = await tx.instruction.findMany({
    where: { controllerId: { in: controllerIds } },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: instructionSelect,
  });
  return rows.map(readInstruction);
}

/** Sorts by controller, then receipt, with records by reference. */
export async function findLedger(tx: Tx, controllerId: string) {
  const rows = await tx.instruction.findMany({
    where: controllerId ? { controllerId } : {},
    orderBy: [{ controller: { legalName: "asc" } }, { receivedAt: "asc" }, { id: "asc" }],
    select: { ...instructionSelect, controller: { select: { legalName: true } } },
  });
  const records = await tx.processingRecord.findMany({
    where: { id: { in: rows.flatMap(({ recordIds }) => recordIds) } },
    select: { id: true, reference: true },
  });
  const references = new Map(records.map(({ id, reference }) => [id, reference]));
  return rows.map(({ controller, ...row }) => ({
    ...readInstruction(row),
    controllerName: controller.legalName,
    references: row.recordIds.flatMap((id) => references.get(id) ?? []),
  }));
}

export type LedgerRow = Awaited<ReturnType<typeof findLedger>>[number];

function readInstruction(row: StoredInstruction): InstructionRow {
  return {
    ...row,
    authority: row.authority as Authority,
    channel: row.channel === "portal" && row.contactId === null ? "unverified" : (row.channel as Channel),
    state: row.state as InstructionState,
    transferEffect: row.transferEffect as TransferEffect,
    covers: coversSchema.parse(row.covers),
    facts: row.facts as FactRow[],
  };
}

/** Columns of the received content, with the hash of its text. */
export function contentColumns({ text, covers, ...values }: InstructionContent, authority: Authority) {
  return {
    ...values,
    text,
    textDigest: sha256(new TextEncoder().encode(text)),
    covers: { ...covers },
    authority,
  };
}

/** Content without number, controller and life. */
export function contentOf(row: InstructionRow): InstructionContent {
  const { text, authorName, authorPower, channel, receivedAt, effectiveOn } = row;
  const { transferEffect, transferText, recordIds, covers, supersedesId } = row;
  return {
    ...{ text, authorName, authorPower, channel, receivedAt, effectiveOn },
    ...{ transferEffect, transferText, recordIds, covers, supersedesId },
  };
}

/** Converts instants to days for the rules. */
export function datedInstruction(row: InstructionRow): DatedInstruction {
  const { id, controllerId, channel, effectiveOn, supersedesId, recordIds, facts } = row;
  return {
    ...{ id, controllerId, channel, effectiveOn, supersedesId, recordIds },
    receivedOn: receivedOn(row),
    facts: facts.map(({ event, factOn }) => ({ event, on: factOn })),
  };
}

export function receivedOn({ receivedAt }: { receivedAt: Date }): string {
  return todayIn("Africa/Casablanca", receivedAt.getTime());
}

/** Null before the first instruction. */
export async function findCode(tx: Tx, controllerId: string): Promise<string | null> {
  const series = await tx.instructionSeries.findFirst({ where: { controllerId }, select: { code: true } });
  return series?.code ?? null;
}

export async function findTakenCodes(tx: Tx): Promise<Set<string>> {
  const rows = await tx.instructionSeries.findMany({ select: { code: true } });
  return new Set(rows.map(({ code }) => code));
}

/** Highest number of a year; requires the lock of the table. Rows are never deleted, so numbering has no gaps. */
export async function findHighestCounter(tx: Tx, controllerId: string, year: number): Promise<number> {
  const { _max } = await tx.instruction.aggregate({
    where: { controllerId, year, mergedFromId: null },
    _max: { counter: true },
  });
  return _max.counter ?? 0;
}

/** Instructors of the controller's contracts; no power outlasts its contract. */
export async function findInstructors(tx: Tx, controllerId: string) {
  const rows = await tx.contractInstructor.findMany({
    where: { controllerId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      capacity: true,
      power: true,
      fromOn: true,
      untilOn: true,
      contract: { select: { bindsUntil: true } },
    },
  });
  return rows.map(({ fromOn, untilOn, contract, ...instructor }) => {
    const [until = null] = [untilOn, contract.bindsUntil].flatMap((day) => day ?? []).toSorted();
    return { ...instructor, from: fromOn, until };
  });
}

export function findParty(tx: Tx, controllerId: string) {
  return tx.controller.findFirst({
    where: { id: controllerId },
    select: {
      id: true,
      legalName: true,
      contactEmail: true,
      contactName: true,
      language: true,
      archivedAt: true,
    },
  });
}

/** Sorts ended entries last. */
export function findRecordsOf(tx: Tx, controllerId: string) {
  return tx.processingRecord.findMany({
    where: { controllerId, capacity: "processor" },
    orderBy: { reference: "asc" },
    select: { id: true, reference: true, activity: true, state: true },
  });
}

/** Excludes facts, which are separate rows, and the counter, which the number repeats. */
export function flattenInstruction(instruction: InstructionRow) {
  const { receivedAt, counter: _counter, facts: _facts, contact: _contact, ...row } = instruction;
  return { ...row, receivedAt: receivedAt.toISOString() };
}

/** Controllers with open entries by name, after `after`. */
export function findServed(tx: Tx, after: string, take: number) {
  return tx.controller.findMany({
    where: { records: { some: OPEN_ENTRIES } },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    take,
    select: { id: true, legalName: true },
  });
}

const OPEN_ENTRIES = { capacity: "processor", state: { not: "ended" } } as const;

export async function findOpenRecords(tx: Tx, controllerIds: readonly string[]) {
  const rows = await tx.processingRecord.findMany({
    where: { ...OPEN_ENTRIES, controllerId: { in: [...controllerIds] } },
    orderBy: { reference: "asc" },
    select: { id: true, reference: true, controllerId: true, content: true },
  });
  return rows.map(({ content, ...row }) => ({
    ...row,
    controllerId: required(row.controllerId, "controller of an entry of article 30(2)"),
    content: recordContentSchema.parse(content),
  }));
}
