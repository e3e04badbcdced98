import type { InstructionContent } from "@/lib/domain/instruction/content";
import { EVENT_NEEDS } from "@/lib/domain/instruction/needs";
import { decide, EVIDENCE } from "@/lib/domain/instruction/lifecycle";
import type { InstructionEventKind, InstructionState } from "@/lib/domain/instruction/types";
import { instructionNumber } from "@/lib/domain/instruction/number";
import type { EventName } from "@/lib/domain/nouns/events";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { type Ctx, today } from "@/lib/platform/request/context";
import { placePending } from "@/lib/platform/files/pending";
import { isAddressUnproven } from "@/lib/platform/access/address-proofs";
import { newId } from "@/lib/platform/database/ids";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import { lockTable } from "@/lib/platform/versioned/numbering";
import type { Unit } from "@/lib/platform/versioned/definition";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { checkContent, checkSuccessor } from "@/lib/features/instruction/read/check-content";
import { findCode, findHighestCounter, findTakenCodes } from "@/lib/features/instruction/read/numbers";
import {
  contentColumns,
  contentOf,
  datedInstruction,
  type InstructionRow,
  receivedOn,
} from "@/lib/features/instruction/read/queries";
import { instructionDocument, shownAsTyped } from "./document";
import { fileLetter, type PreparedLetter, prepareLetter } from "@/lib/features/instruction/print/letter";
import type {
  InstructionClassify,
  InstructionCreate,
  InstructionMove,
  InstructionUpdate,
} from "@/lib/features/instruction/schema";

// Milliseconds: a letter is composed before, and stored within, the transaction.
const LIMITS = { timeoutMs: 30_000 };

export async function recordInstruction(
  ctx: Ctx,
  input: InstructionCreate,
): Promise<Outcome<InstructionRow>> {
  if (!isAuthorised(ctx, "instruction.write")) return refuse({ kind: "forbidden" });
  const openSeries = (tx: Tx) => openTypedSeries(tx, ctx, input);
  return write(
    ctx,
    async (tx, journal) => {
      const unit = { tx, ctx, journal };
      const entered = await enterInstruction(unit, { ...input, openSeries });
      if (!entered.ok) return entered;
      const placed = await placeEmail(unit, { row: entered.value, email: input.email });
      return placed.ok ? entered : placed;
    },
    LIMITS,
  );
}

type Received = { row: { id: string; controllerId: string }; email: string | null };

/** Attaches the pending e-mail; null where none was uploaded. */
async function placeEmail(
  { tx, ctx, journal }: Unit,
  { row, email }: Received,
): Promise<Outcome<string | null>> {
  if (email === null) return done(null);
  const place = { subjectNoun: "instruction", subjectId: row.id, controllerId: row.controllerId };
  const placed = await placePending(tx, ctx, journal, email, place);
  return placed.ok ? done(placed.value.id) : invalid("email", "instruction.noEmail");
}

type Entered = {
  controllerId: string;
  content: InstructionContent;
  /** Returns the code; runs under the lock of the numbers. */
  openSeries: (tx: Tx) => Promise<Outcome<string>>;
  /** Contact who wrote it in the portal. */
  contactId?: string;
};

/** Runs within the caller's transaction. A refusal leaves no gap in the numbering. */
export async function enterInstruction(
  unit: Unit,
  { controllerId, content, openSeries, contactId }: Entered,
): Promise<Outcome<InstructionRow>> {
  const { tx, ctx } = unit;
  await lockTable(tx, ctx, "instruction");
  const checked = await checkContent(tx, ctx, { controllerId, content, isNew: true });
  if (!checked.ok) return checked;
  const code = await openSeries(tx);
  if (!code.ok) return code;
  const year = Number(receivedOn(content).slice(0, 4));
  const counter = (await findHighestCounter(tx, controllerId, year)) + 1;
  const number = instructionNumber({ code: code.value, year, counter });
  const place = {
    controllerId,
    contactId: contactId ?? null,
    addressUnproven: contactId === undefined ? null : await isAddressUnproven(tx, contactId),
    number,
    year,
    counter,
    state: "received" as const,
  };
  const fields = { ...contentColumns(content, checked.value), ...place };
  return instructionDocument.createWithin(unit, { fields, kind: "recorded", event: "instruction.recorded" });
}

/** Allows corrections until the examination: afterwards the controller's words are evidence. */
export async function correctInstruction(
  ctx: Ctx,
  { id, version, content }: InstructionUpdate,
): Promise<Outcome<InstructionRow>> {
  return instructionDocument.update(
    ctx,
    { act: "instruction.write", id, version },
    async (before, { tx }) => {
      if (before.state !== "received") return invalid("", "instruction.checkedAlready");
      if (receivedOn(content).slice(0, 4) !== String(before.year))
        return invalid("receivedOn", "instruction.otherYear", { year: before.year });
      if (content.channel === "portal" && before.contactId === null)
        return invalid("channel", "instruction.portalAlone");
      // A contact's own words cannot be corrected, only what they permit.
      const stored = before.contactId
        ? { ...contentOf(before), kind: content.kind, covers: content.covers }
        : content;
      const checked = await checkContent(tx, ctx, {
        controllerId: before.controllerId,
        content: stored,
        before,
      });
      if (!checked.ok) return checked;
      return done({
        patch: contentColumns(stored, checked.value),
        kind: "corrected",
        event: "instruction.corrected",
        shown: shownAsTyped,
      });
    },
  );
}

/** States what an instruction is about, in any state of its life: its words stay as they were received. */
export async function classifyInstruction(
  ctx: Ctx,
  { id, version, kind }: InstructionClassify,
): Promise<Outcome<InstructionRow>> {
  return instructionDocument.update(ctx, { act: "instruction.write", id, version }, async () =>
    done({
      patch: { kind },
      kind: "classified",
      event: "instruction.classified",
      shown: (current: InstructionRow) => ({ kind: current.kind }),
    }),
  );
}

/** Applies one event with evidence. Accepting and contesting queue a letter and store its PDF. */
export async function moveInstruction(ctx: Ctx, input: InstructionMove): Promise<Outcome<InstructionRow>> {
  if (!isAuthorised(ctx, EVENT_NEEDS[input.event])) return refuse({ kind: "forbidden" });
  const letter = await prepareLetter(ctx, input);
  return write(ctx, (tx, journal) => stepInstruction({ tx, ctx, journal }, { move: input, letter }), LIMITS);
}

type Step = { move: InstructionMove; letter?: PreparedLetter | null; contactId?: string };

/** Runs within the caller's transaction, without a check of rights. */
export async function stepInstruction(
  unit: Unit,
  { move, letter, contactId }: Step,
): Promise<Outcome<InstructionRow>> {
  const { tx, ctx, journal } = unit;
  return instructionDocument.updateWithin(unit, move, async (before) => {
    const life = { ...datedInstruction(before), state: before.state };
    const decision = decide(life, asEvent(move), { today: today(ctx) });
    if (!decision.ok) return invalid(decision.field, `instruction.${decision.key}`);
    const unfit = await checkSuccessor(tx, before, move);
    if (!unfit.ok) return unfit;
    const placed = await placeEmail(unit, { row: before, email: move.email });
    if (!placed.ok) return placed;
    const { state } = decision;
    const sent = letter && (await fileLetter(tx, ctx, journal, { row: before, letter }));
    const papers = { ...(placed.value !== null && { documentId: placed.value }), ...sent };
    await insertFact(tx, ctx, before, { ...move, state, contactId, ...papers });
    return done({
      patch: { state },
      kind: move.event,
      event: EVENTS[move.event],
      shown: shownAsTyped,
      difference: { after: { state, on: move.on, ...evidenceOf(move), ...papers } },
    });
  });
}

const EVENTS: Record<InstructionEventKind, Extract<EventName, `instruction.${string}`>> = {
  "confirm-in-writing": "instruction.written",
  check: "instruction.checked",
  accept: "instruction.accepted",
  contest: "instruction.contested",
  acknowledge: "instruction.acknowledged",
  confirm: "instruction.confirmed",
  amend: "instruction.amended",
  withdraw: "instruction.withdrawn",
};

function asEvent({ event, email, ...values }: InstructionMove) {
  return { kind: event, hasDocument: email !== null, ...values };
}

function evidenceOf(move: InstructionMove) {
  return Object.fromEntries(EVIDENCE.map((name) => [name, move[name]]).filter(([, value]) => value !== ""));
}

/** Uses the existing code, or the one typed with the first instruction. */
async function openTypedSeries(
  tx: Tx,
  ctx: Ctx,
  { controllerId, code }: InstructionCreate,
): Promise<Outcome<string>> {
  const known = await findCode(tx, controllerId);
  if (known !== null) return done(known);
  if (code === "") return invalid("code", "required");
  if ((await findTakenCodes(tx)).has(code)) return invalid("code", "instruction.codeUsed");
  await tx.instructionSeries.create({
    data: { controllerId, orgId: ctx.scope.org, code, createdAt: ctx.now },
  });
  return done(code);
}

async function insertFact(
  tx: Tx,
  ctx: Ctx,
  row: InstructionRow,
  {
    event,
    state,
    on,
    time,
    successor,
    letterId,
    documentId,
    contactId,
    ...content
  }: InstructionMove & {
    state: InstructionState;
    letterId?: string;
    documentId?: string;
    contactId?: string;
  },
): Promise<void> {
  const { note, source, infringes, recipient, writer, medium, writing } = content;
  await tx.instructionFact.create({
    data: {
      event,
      state,
      note,
      source,
      infringes,
      recipient,
      writer,
      medium,
      writing,
      ...recordedBy(ctx),
      id: newId(ctx.now),
      instructionId: row.id,
      controllerId: row.controllerId,
      version: row.version + 1,
      factOn: on,
      factTime: time,
      successorId: successor || null,
      letterId: letterId ?? null,
      documentId: documentId ?? null,
      contactId,
      addressUnproven: contactId === undefined ? null : await isAddressUnproven(tx, contactId),
    },
  });
}
