import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { emailedFrom } from "@/lib/domain/attachment/emailed";
import { itemAt, lastOf } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { asTyped } from "@/lib/domain/instruction/as-typed";
import { concerns, instructionStatusOn } from "@/lib/domain/instruction/in-force";
import { eventsFrom } from "@/lib/domain/instruction/lifecycle";
import { INSTRUCTION_EVENTS, type InstructionEventKind } from "@/lib/domain/instruction/types";
import { EVENT_NEEDS } from "@/lib/domain/instruction/needs";
import { compareGroups, groupFindings } from "@/lib/domain/instruction/scope-groups";
import { excerptOf } from "@/lib/domain/instruction/text";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { typedInstant } from "@/lib/domain/time/typed-instant";
import type { Search } from "@/lib/forms/list-query";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import { findLetterStatuses } from "@/lib/platform/mail/letter-status";
import { requireStaff } from "@/lib/platform/request/request-session";
import { readWaitingEmail } from "@/lib/platform/parser/email-file";
import { findPending } from "@/lib/platform/files/pending";
import { findLastVersion } from "@/lib/platform/versioned/last-version";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  contractsInForce,
  findAgreed,
  scopeOf,
  type RecordRead,
} from "@/lib/features/instruction/read/agreed";
import { findExecuting } from "@/lib/features/instruction/read/executing";
import {
  datedInstruction,
  findInstruction,
  findInstructionsOf,
  findInstructors,
  findParty,
  findOpenRecords,
  findRecordsOf,
  findServed,
  type InstructionRow,
} from "@/lib/features/instruction/read/queries";
import { findForm, findFormChoices } from "@/lib/features/instruction/read/form-choices";
import { findShownSignatures } from "@/lib/platform/read/shown-signatures";
import { findInstructionPage, instructionQuerySchema } from "@/lib/features/instruction/read/list";

const VERSIONS = { versions: "instruction_version", key: "instructionId" } as const;

/** Sorts by instant of receipt, newest first. */
export async function loadInstructions(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = instructionQuerySchema.parse(search);
  const { list, controllers } = await readInScope(ctx.scope, (tx) =>
    readTogether({ list: findInstructionPage(tx, query), controllers: findInstructing(tx) }),
  );
  return {
    ...list,
    query,
    controllers,
    mayWrite: can(ctx.actor, "instruction.write"),
    mayTake: can(ctx.actor, "export.take"),
  };
}

function findInstructing(tx: Tx) {
  return tx.controller.findMany({
    where: { instructionSeries: { isNot: null } },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
    take: 500,
    select: { id: true, legalName: true },
  });
}

/** Cached per request. */
export const loadInstruction = cache(async (slug: string, id: string, on: string) => {
  const ctx = await requireStaff(slug);
  const day = isCalendarDay(on) ? on : today(ctx);
  const found = await findOrNothing(ctx, id, async (tx) => {
    const row = await findInstruction(tx, id);
    if (!row) return null;
    const letterIds = row.facts.map(({ letterId }) => letterId);
    const { party, ...beside } = await readTogether({
      party: findParty(tx, row.controllerId),
      ledger: findInstructionsOf(tx, row.controllerId),
      records: findRecordsOf(tx, row.controllerId),
      last: findLastVersion(tx, VERSIONS, id),
      letterOf: findLetterStatuses(tx, letterIds),
      signatures: findShownSignatures(tx, "instruction", [id]),
    });
    return party && { row, party, ...beside };
  });
  const { row, party, ledger, records, last, letterOf, signatures } = found;
  const dated = ledger.map(datedInstruction);
  const named = (ids: readonly (string | null)[]) =>
    ledger.filter((other) => ids.includes(other.id)).map(({ id, number }) => ({ id, number }));
  return {
    instruction: shownInstruction(row, letterOf),
    signatures,
    controller: { id: party.id, legalName: party.legalName },
    day,
    isToday: day === today(ctx),
    status: instructionStatusOn(datedInstruction(row), day, dated),
    records: records.filter((record) => row.recordIds.includes(record.id)),
    supersedes: named([row.supersedesId]),
    supersededBy: named(ledger.filter(({ supersedesId }) => supersedesId === id).map(({ id }) => id)),
    successors: named(row.facts.map(({ successorId }) => successorId)),
    version: { number: row.version, author: last?.authorName ?? "", at: last?.recordedAt.getTime() ?? 0 },
    moves: movesFor(ctx, row),
    mayCorrect: row.state === "received" && can(ctx.actor, "instruction.write"),
    mayClassify: can(ctx.actor, "instruction.write"),
    mayOpenLetters: can(ctx.actor, "outbox.read"),
  };
});

function shownInstruction(
  { receivedAt, facts, contact: _contact, ...row }: InstructionRow,
  letterOf: Awaited<ReturnType<typeof findLetterStatuses>>,
) {
  return {
    ...row,
    receivedAt: receivedAt.getTime(),
    facts: facts.map(({ recordedAt, letterId, ...fact }) => ({
      ...fact,
      letter: letterOf(letterId),
      recordedAt: recordedAt.getTime(),
    })),
  };
}

function movesFor(ctx: StaffCtx, row: InstructionRow): InstructionEventKind[] {
  const events = eventsFrom({ ...datedInstruction(row), state: row.state });
  return events.filter((event) => can(ctx.actor, EVENT_NEEDS[event]));
}

export async function loadNewInstruction(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const asked = [search.controller].flat()[0] ?? "";
  const controllerId = z.uuid().safeParse(asked).success ? asked : null;
  const email = z.uuid().safeParse([search.email].flat()[0]).data;
  const found = await readInScope(ctx.scope, async (tx) => ({
    email: email ? await findPending(tx, email) : null,
    mayWrite: can(ctx.actor, "instruction.write"),
    controllers: await tx.controller.findMany({
      where: { archivedAt: null },
      orderBy: [{ legalName: "asc" }, { id: "asc" }],
      select: { id: true, legalName: true },
    }),
    form: controllerId && (await findForm(tx, ctx, controllerId)),
  }));
  return { ...found, emailed: emailedFrom(await readWaitingEmail(ctx.scope, found.email)) };
}

/** Form values and choices of a recorded instruction. */
export const loadCorrection = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  const found = await findOrNothing(ctx, id, async (tx) => {
    const row = await findInstruction(tx, id);
    const party = row && (await findParty(tx, row.controllerId));
    return row && party && { row, party, choices: await findFormChoices(tx, row.controllerId) };
  });
  const { row, party, choices } = found;
  return {
    ...choices,
    earlier: choices.earlier.filter((other) => other.id !== id),
    controller: { id: party.id, legalName: party.legalName },
    instruction: { id, number: row.number, version: row.version, state: row.state, typed: asTyped(row) },
    isGiven: row.contactId !== null,
    mayCorrect: row.state === "received" && can(ctx.actor, "instruction.write"),
    today: today(ctx),
  };
});

/** Moves after which the instruction orders nothing for now, or no more. */
const ENDS: readonly InstructionEventKind[] = ["contest", "amend", "withdraw"];

export const loadMove = cache(async (slug: string, id: string, event: string, file?: string) => {
  const ctx = await requireStaff(slug);
  const kind = INSTRUCTION_EVENTS.find((known) => known === event);
  if (!kind) notFound();
  const found = await findOrNothing(ctx, id, async (tx) => {
    const row = await findInstruction(tx, id);
    const party = row && (await findParty(tx, row.controllerId));
    if (!row || !party) return null;
    return {
      row,
      party,
      ledger: await findInstructionsOf(tx, row.controllerId),
      email: file ? await findPending(tx, file) : null,
      instructors: await findInstructors(tx, row.controllerId),
      executing: ENDS.includes(kind) ? await findExecuting(tx, id) : [],
    };
  });
  const { row, party, ledger, email, instructors, executing } = found;
  return {
    event: kind,
    email,
    emailed: emailedFrom(await readWaitingEmail(ctx.scope, email)),
    executing,
    instructors: [...new Set(instructors.map(({ name }) => name))],
    instruction: { id, number: row.number, version: row.version, text: excerptOf(row.text) },
    // Prefers the contact who wrote it in the portal.
    recipient: row.contact?.email ?? party.contactEmail,
    language: party.language,
    successors: ledger
      .filter(({ supersedesId }) => supersedesId === id)
      .map(({ id, number, text }) => ({ id, number, text: excerptOf(text) })),
    isPossible: movesFor(ctx, row).includes(kind),
    mayByRole: can(ctx.actor, EVENT_NEEDS[kind]),
    now: typedInstant(ctx.now.getTime()),
  };
});

/** Instructions in force on a day, awaiting ones, and operations out of scope. */
export async function loadRecordInstructions(slug: string, record: RecordRead, day: string) {
  const ctx = await requireStaff(slug);
  const agreed = await readInScope(ctx.scope, (tx) => findAgreed(tx, [record.controllerId]));
  const { ledger, contracts } = agreed;
  const dated = ledger.map(datedInstruction);
  const shown = ledger.flatMap((row, index) =>
    concerns(itemAt(dated, index), record)
      ? [
          {
            id: row.id,
            number: row.number,
            effectiveOn: row.effectiveOn,
            text: excerptOf(row.text),
            status: instructionStatusOn(itemAt(dated, index), day, dated),
          },
        ]
      : [],
  );
  return {
    inForce: shown.filter(({ status }) => status === "in-force"),
    contested: shown.filter(({ status }) => status === "contested"),
    unwritten: shown.filter(({ status }) => status === "unwritten"),
    unproven: shown.filter(({ status }) => status === "unproven"),
    outOfScope: record.state === "ended" ? [] : scopeOf(record, agreed, day),
    waysOut: {
      record: record.id,
      contracts: contractsInForce(contracts, day),
      may: { instruct: can(ctx.actor, "instruction.write"), amend: can(ctx.actor, "contract.write") },
    },
  };
}

/** Controllers per page, each with all its entries. */
const SCOPE_PAGE = 25;

/** Operations out of scope by controller, most first. */
export async function loadOutOfScope(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const after = z.uuid().catch("").parse([search.after].flat()[0]);
  const { served, records, agreed } = await readInScope(ctx.scope, async (tx) => {
    const served = await findServed(tx, after, SCOPE_PAGE + 1);
    const ids = served.slice(0, SCOPE_PAGE).map(({ id }) => id);
    return { served, records: await findOpenRecords(tx, ids), agreed: await findAgreed(tx, ids) };
  });
  const day = today(ctx);
  const shown = served.slice(0, SCOPE_PAGE).map((controller) => ({
    controller,
    contracts: contractsInForce(
      agreed.contracts.filter(({ controllerId }) => controllerId === controller.id),
      day,
    ),
    groups: groupFindings(
      records
        .filter(({ controllerId }) => controllerId === controller.id)
        .map((record) => ({
          record: { id: record.id, reference: record.reference },
          findings: scopeOf(record, agreed, day),
        })),
    ),
  }));
  return {
    controllers: shown
      .filter(({ groups }) => groups.length > 0)
      .toSorted((one, other) => compareGroups(one.groups, other.groups)),
    read: records.length,
    after,
    next: served.length > SCOPE_PAGE ? lastOf(shown).controller.id : null,
    may: { instruct: can(ctx.actor, "instruction.write"), amend: can(ctx.actor, "contract.write") },
  };
}

/** Answers "not found" for null. */
async function findOrNothing<T>(
  { scope }: StaffCtx,
  id: string,
  find: (tx: Tx) => Promise<T | null>,
): Promise<T> {
  if (!z.uuid().safeParse(id).success) notFound();
  return (await readInScope(scope, find)) ?? notFound();
}
