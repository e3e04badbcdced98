import { coversSchema, type InstructionContent } from "@/lib/domain/instruction/content";
import type { Authority } from "@/lib/domain/instruction/authority";
import type { InstructionKind } from "@/lib/domain/instruction/kind";
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
import {
  type AddressProofs,
  contactsToProve,
  findAddressProofs,
  heldUntil,
} from "@/lib/platform/access/address-proofs";
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
  addressUnproven: true,
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
  kind: true,
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
  addressUnproven: true,
  contact: { select: { email: true } },
  state: true,
  version: true,
  facts: { select: factSelect, orderBy: { version: "asc" } },
} satisfies Prisma.InstructionSelect;

type StoredInstruction = Prisma.InstructionGetPayload<{ select: typeof instructionSelect }>;
type StoredFact = StoredInstruction["facts"][number];

/** Day from which the word of an unproven address counts; null: not proven yet; undefined: nothing holds it back. */
type Held = { heldUntil: string | null | undefined };

export type FactRow = Held &
  Omit<StoredFact, "event" | "state" | "medium"> & {
    event: InstructionEventKind;
    medium: Medium;
    state: InstructionState;
  };

export type InstructionRow = Omit<
  StoredInstruction,
  keyof InstructionContent | "authority" | "state" | "facts"
> &
  InstructionContent &
  Held & { authority: Authority; state: InstructionState; facts: FactRow[] };

export async function findInstruction(tx: Tx, id: string): Promise<InstructionRow | null> {
  const row = await tx.instruction.findFirst({ where: { id }, select: instructionSelect });
  if (!row) return null;
  const proofs = await findProofsOf(tx, [row]);
  return readInstruction(row, proofs);
}

/** Sorts by receipt; a controller has a few hundred at most. */
export async function findInstructionsOf(tx: Tx, ...controllerIds: string[]): Promise<InstructionRow[]> {
  const rows = await tx.instruction.findMany({
    where: { controllerId: { in: controllerIds } },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: instructionSelect,
  });
  const proofs = await findProofsOf(tx, rows);
  return rows.map((row) => readInstruction(row, proofs));
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
  const proofs = await findProofsOf(tx, rows);
  const references = new Map(records.map(({ id, reference }) => [id, reference]));
  return rows.map(({ controller, ...row }) => ({
    ...readInstruction(row, proofs),
    controllerName: controller.legalName,
    references: row.recordIds.flatMap((id) => references.get(id) ?? []),
  }));
}

export type LedgerRow = Awaited<ReturnType<typeof findLedger>>[number];

/** Finds the proofs that decide whether what contacts wrote counts. */
function findProofsOf(tx: Tx, rows: readonly StoredInstruction[]) {
  return findAddressProofs(tx, contactsToProve(rows.flatMap((row) => [row, ...row.facts])));
}

function readInstruction(row: StoredInstruction, proofs: AddressProofs): InstructionRow {
  const dayOf = (at: Date | null | undefined) => at && todayIn("Africa/Casablanca", at.getTime());
  return {
    ...row,
    heldUntil: dayOf(heldUntil(row, { act: "instruction.give", proofs })),
    authority: row.authority as Authority,
    channel: channelOf(row),
    kind: row.kind as InstructionKind,
    state: row.state as InstructionState,
    transferEffect: row.transferEffect as TransferEffect,
    covers: coversSchema.parse(row.covers),
    facts: row.facts.map((fact) => ({
      ...(fact as Omit<FactRow, "heldUntil">),
      heldUntil: dayOf(heldUntil(fact, { act: "instruction.answer", outcome: fact.event, proofs })),
    })),
  };
}

/** "portal" is what a contact wrote there: of before, staff could note it of what nobody wrote. */
export function channelOf({ channel, contactId }: { channel: string; contactId: string | null }): Channel {
  return channel === "portal" && contactId === null ? "unverified" : (channel as Channel);
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
  const { text, kind, authorName, authorPower, channel, receivedAt, effectiveOn } = row;
  const { transferEffect, transferText, recordIds, covers, supersedesId } = row;
  return {
    text,
    kind,
    authorName,
    authorPower,
    channel,
    receivedAt,
    effectiveOn,
    transferEffect,
    transferText,
    recordIds,
    covers,
    supersedesId,
  };
}

/** Converts instants to days for the rules. */
export function datedInstruction(row: InstructionRow): DatedInstruction {
  const { id, controllerId, kind, channel, effectiveOn, supersedesId, recordIds, facts } = row;
  return {
    id,
    controllerId,
    kind,
    channel,
    effectiveOn,
    supersedesId,
    recordIds,
    receivedOn: receivedOn(row),
    heldUntil: row.heldUntil,
    facts: facts.map(({ event, factOn, heldUntil }) => ({ event, on: factOn, heldUntil })),
  };
}

export function receivedOn({ receivedAt }: { receivedAt: Date }): string {
  return todayIn("Africa/Casablanca", receivedAt.getTime());
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
      country: true,
      address: true,
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

/** Excludes facts, which are separate rows, the counter, which the number repeats, and what a proof elsewhere decides. */
export function flattenInstruction(instruction: InstructionRow) {
  const { receivedAt, counter: _counter, facts: _facts, contact: _contact, ...rest } = instruction;
  const { heldUntil: _heldUntil, addressUnproven, ...row } = rest;
  // Absent where nobody asked, so that a version is what one of before was.
  const asked = addressUnproven === null ? {} : { addressUnproven };
  return { ...row, ...asked, receivedAt: receivedAt.toISOString() };
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
