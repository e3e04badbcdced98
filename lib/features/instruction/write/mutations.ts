import { required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { asTyped } from "@/lib/domain/instruction/as-typed";
import type { InstructionContent } from "@/lib/domain/instruction/content";
import { EVENT_NEEDS } from "@/lib/domain/instruction/needs";
import { decide, EVIDENCE } from "@/lib/domain/instruction/lifecycle";
import type { InstructionEventKind } from "@/lib/domain/instruction/types";
import { instructionNumber } from "@/lib/domain/instruction/number";
import { difference } from "@/lib/domain/journal/difference";
import type { EventName } from "@/lib/domain/nouns/events";
import { conflict, done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import type { Ctx } from "@/lib/platform/request/context";
import { placePending } from "@/lib/platform/files/pending";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import { checkContent, checkSuccessor } from "@/lib/features/instruction/read/check-content";
import {
  contentColumns,
  contentOf,
  datedInstruction,
  findCode,
  findHighestCounter,
  findInstruction,
  findLastVersion,
  findTakenCodes,
  type InstructionRow,
  receivedOn,
  flattenInstruction,
} from "@/lib/features/instruction/read/queries";
import { insertInstructionVersion, lockInstruction, lockNumbers } from "./rows";
import { fileLetter, type PreparedLetter, prepareLetter } from "@/lib/features/instruction/print/letter";
import type {
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
  if (!can(ctx.actor, "instruction.write")) return refuse({ kind: "forbidden" });
  const openSeries = (tx: Tx) => openTypedSeries(tx, ctx, input);
  return write(
    ctx,
    async (tx, journal) => {
      const entered = await enterInstruction(tx, ctx, journal, { ...input, openSeries });
      if (!entered.ok) return entered;
      const placed = await placeEmail(tx, ctx, journal, { row: entered.value, email: input.email });
      return placed.ok ? entered : placed;
    },
    LIMITS,
  );
}

type Received = { row: { id: string; controllerId: string }; email: string | null };

/** Attaches the pending e-mail; null where none was uploaded. */
async function placeEmail(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { row, email }: Received,
): Promise<Outcome<string | null>> {
  if (email === null) return done(null);
  const place = { subjectNoun: "instruction", subjectId: row.id, controllerId: row.controllerId };
  const placed = await placePending(tx, ctx, journal, email, place);
  return placed.ok ? done(placed.value.id) : invalid("email", "instruction.noEmail");
}

type Entered = {
  controllerId: string;
  said: InstructionContent;
  /** Returns the code; runs under the lock of the numbers. */
  openSeries: (tx: Tx) => Promise<Outcome<string>>;
  /** Contact who wrote it in the portal. */
  contactId?: string;
};

/** Runs within the caller's transaction. A refusal leaves no gap in the numbering. */
export async function enterInstruction(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { controllerId, said, openSeries, contactId }: Entered,
): Promise<Outcome<InstructionRow>> {
  await lockNumbers(tx, ctx.scope.org);
  const checked = await checkContent(tx, ctx, { controllerId, said, isNew: true });
  if (!checked.ok) return checked;
  const code = await openSeries(tx);
  if (!code.ok) return code;
  const year = Number(receivedOn(said).slice(0, 4));
  const counter = (await findHighestCounter(tx, controllerId, year)) + 1;
  const id = newId(ctx.now);
  await tx.instruction.create({
    data: {
      ...contentColumns(said, checked.value),
      ...{ id, orgId: ctx.scope.org, controllerId, year, counter, contactId },
      number: instructionNumber({ code: code.value, year, counter }),
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
  });
  const row = required(await findInstruction(tx, id), "instruction");
  await insertInstructionVersion(tx, ctx, row, "recorded");
  journal.note({ event: "instruction.recorded", subject: subjectOf(row), after: flattenInstruction(row) });
  return done(row);
}

/** Allows corrections until the examination: afterwards the controller's words are evidence. */
export async function correctInstruction(
  ctx: Ctx,
  input: InstructionUpdate,
): Promise<Outcome<InstructionRow>> {
  if (!can(ctx.actor, "instruction.write")) return refuse({ kind: "forbidden" });
  const { id, version, said } = input;
  return write(ctx, async (tx, journal) => {
    await lockInstruction(tx, id);
    const before = await findInstruction(tx, id);
    if (!before) return refuse({ kind: "not-found" });
    if (before.state !== "received") return invalid("", "instruction.checkedAlready");
    if (receivedOn(said).slice(0, 4) !== String(before.year))
      return invalid("receivedOn", "instruction.otherYear", { year: before.year });
    if (said.channel === "portal" && before.contactId === null)
      return invalid("channel", "instruction.portalAlone");
    // A contact's own words cannot be corrected, only what they permit.
    const stored = before.contactId ? { ...contentOf(before), covers: said.covers } : said;
    const checked = await checkContent(tx, ctx, { controllerId: before.controllerId, said: stored, before });
    if (!checked.ok) return checked;
    const changed = await change(tx, ctx, { before, version, data: contentColumns(stored, checked.value) });
    if (!changed.ok) return changed;
    await insertInstructionVersion(tx, ctx, changed.value, "corrected");
    journal.note({
      event: "instruction.corrected",
      subject: subjectOf(changed.value),
      ...difference(flattenInstruction(before), flattenInstruction(changed.value)),
    });
    return changed;
  });
}

/** Applies one event with evidence. Accepting and contesting queue a letter and store its PDF. */
export async function moveInstruction(ctx: Ctx, input: InstructionMove): Promise<Outcome<InstructionRow>> {
  if (!can(ctx.actor, EVENT_NEEDS[input.event])) return refuse({ kind: "forbidden" });
  const letter = await prepareLetter(ctx, input);
  return write(ctx, (tx, journal) => stepInstruction(tx, ctx, journal, { move: input, letter }), LIMITS);
}

type Step = { move: InstructionMove; letter?: PreparedLetter | null; contactId?: string };

/** Runs within the caller's transaction, without a check of rights. */
export async function stepInstruction(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { move, letter, contactId }: Step,
): Promise<Outcome<InstructionRow>> {
  await lockInstruction(tx, move.id);
  const before = await findInstruction(tx, move.id);
  if (!before) return refuse({ kind: "not-found" });
  const decision = decide({ ...datedInstruction(before), state: before.state }, asEvent(move), today(ctx));
  if (!decision.ok) return invalid(decision.field, `instruction.${decision.key}`);
  const unfit = await checkSuccessor(tx, before, move);
  if (!unfit.ok) return unfit;
  const { state } = decision;
  const changed = await change(tx, ctx, { before, version: move.version, data: { state } });
  if (!changed.ok) return changed;
  const placed = await placeEmail(tx, ctx, journal, { row: before, email: move.email });
  if (!placed.ok) return placed;
  const sent = letter && (await fileLetter(tx, ctx, journal, { row: before, letter }));
  const papers = { ...(placed.value !== null && { documentId: placed.value }), ...sent };
  await insertFact(tx, ctx, before, { ...move, state, contactId, ...papers });
  const row = required(await findInstruction(tx, move.id), "instruction");
  await insertInstructionVersion(tx, ctx, row, move.event);
  journal.note({
    event: EVENTS[move.event],
    subject: subjectOf(row),
    after: { state, on: move.on, ...evidenceOf(move), ...papers },
  });
  return done(row);
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

function asEvent({ event, email, ...said }: InstructionMove) {
  return { kind: event, hasDocument: email !== null, ...said };
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
  if ((await findTakenCodes(tx)).has(code)) return invalid("code", "instruction.codeTaken");
  await tx.instructionSeries.create({
    data: { controllerId, orgId: ctx.scope.org, code, createdAt: ctx.now },
  });
  return done(code);
}

type Change = {
  before: InstructionRow;
  /** Version that the person read. */
  version: number;
  data: Parameters<Tx["instruction"]["updateMany"]>[0]["data"];
};

/** Updates conditionally on the version read. */
async function change(tx: Tx, ctx: Ctx, { before, version, data }: Change): Promise<Outcome<InstructionRow>> {
  const { id } = before;
  const { count } = await tx.instruction.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1, updatedAt: ctx.now },
  });
  if (count === 0) return conflict(asTyped(before), before.version, await findLastVersion(tx, id));
  return done(required(await findInstruction(tx, id), "instruction"));
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
    ...said
  }: InstructionMove & {
    state: string;
    letterId?: string;
    documentId?: string;
    contactId?: string;
  },
): Promise<void> {
  const { note, source, infringes, recipient, writer, medium, writing } = said;
  await tx.instructionFact.create({
    data: {
      ...{ event, state, note, source, infringes, recipient, writer, medium, writing },
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
    },
  });
}

function subjectOf({ id, number }: InstructionRow) {
  return { noun: "instruction" as const, id, label: number };
}

function today({ now }: Ctx): { today: string } {
  return { today: todayIn("Africa/Casablanca", now.getTime()) };
}
