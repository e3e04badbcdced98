import "server-only";
import { cache } from "react";
import { z } from "zod";
import { itemAt } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { instructionStatusOn } from "@/lib/domain/instruction/in-force";
import { eventsFrom } from "@/lib/domain/instruction/lifecycle";
import { excerptOf } from "@/lib/domain/instruction/text";
import type { Search } from "@/lib/forms/list-query";
import {
  datedInstruction,
  findInstruction,
  findInstructionsOf,
  findRecordsOf,
  type FactRow,
  type InstructionRow,
} from "@/lib/features/instruction/read/queries";
import { findShownSignatures } from "@/lib/platform/read/shown-signatures";
import { hasPasskey } from "@/lib/features/second-factor/read/statement-signature";
import { findSeatZone } from "@/lib/platform/controller-zone";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { today, type ContactCtx } from "@/lib/platform/request/context";
import { recordPageAccess } from "@/lib/platform/access/access-log";
import { refuseInPortal, requireContact } from "@/lib/platform/request/request-session";

/** `amends` is the contested instruction that the new one replaces. */
export async function loadGiving(contactId: string, search: Search) {
  const ctx = await requireContact(contactId);
  const { controllerId } = ctx.actor;
  const asked = [search.amends].flat()[0] ?? "";
  const found = await readInScope(ctx.scope, (tx) =>
    readTogether({
      amended: z.uuid().safeParse(asked).success ? findInstruction(tx, asked) : null,
      ledger: findInstructionsOf(tx, controllerId),
      records: findRecordsOf(tx, controllerId),
    }),
  );
  if (asked !== "" && !found.amended) await refuseInPortal(ctx, "instruction", asked);
  const { amended, ledger, records } = found;
  return {
    mayGive: can(ctx.actor, "instruction.give"),
    isOpen: !amended || eventsFrom({ ...datedInstruction(amended), state: amended.state }).includes("amend"),
    author: ctx.actor.name,
    hasPasskey: await hasPasskey(ctx),
    today: today(ctx),
    amends: amended && {
      id: amended.id,
      number: amended.number,
      version: amended.version,
      text: amended.text,
      kind: amended.kind === "unsaid" ? "" : amended.kind,
    },
    records: records.map(({ id, reference, activity }) => ({ id, reference, activity })),
    earlier: ledger.map(({ id, number, text }) => ({ id, number, text: excerptOf(text) })),
  };
}

export async function loadAllGiven(contactId: string) {
  const ctx = await requireContact(contactId);
  const ledger = await readInScope(ctx.scope, (tx) => findInstructionsOf(tx, ctx.actor.controllerId));
  const dated = ledger.map(datedInstruction);
  const rows = ledger.map((row, index) => ({
    id: row.id,
    number: row.number,
    text: excerptOf(row.text),
    status: instructionStatusOn(itemAt(dated, index), today(ctx), dated),
  }));
  const isAsked = ({ status }: (typeof rows)[number]) => ASKED.includes(status);
  return {
    asked: rows.filter(isAsked),
    others: rows.filter((row) => !isAsked(row)),
    mayGive: can(ctx.actor, "instruction.give"),
  };
}

/** Events for which the processor awaits the controller. */
const ASKED: readonly string[] = ["contested", "unwritten"];

/** Cached per request. */
export const loadInstruction = cache(async (contactId: string, id: string) => {
  const ctx = await requireContact(contactId);
  const found = z.uuid().safeParse(id).success
    ? await readInScope(ctx.scope, async (tx) => {
        const row = await findInstruction(tx, id);
        if (!row) return null;
        const ledger = findInstructionsOf(tx, row.controllerId);
        const signatures = findShownSignatures(tx, "instruction", [id]);
        const zone = findSeatZone(tx, ctx.actor.controllerId);
        return readTogether({ row, ledger, signatures, zone, records: findRecordsOf(tx, row.controllerId) });
      })
    : null;
  if (!found) return refuseInPortal(ctx, "instruction", id);
  const { isDisputed } = await recordPageAccess(ctx, { noun: "instruction", id, label: found.row.number });
  const { row, ledger, records, signatures, zone } = found;
  const named = (ids: readonly (string | null)[]) =>
    ledger.filter((other) => ids.includes(other.id)).map(({ id, number }) => ({ id, number }));
  const { facts, receivedAt, contact: _contact, ...shown } = row;
  return {
    isDisputed,
    zone,
    instruction: { ...shown, receivedAt: receivedAt.getTime() },
    facts: facts.map(shownFact),
    signatures,
    status: instructionStatusOn(datedInstruction(row), today(ctx), ledger.map(datedInstruction)),
    records: records.filter((record) => row.recordIds.includes(record.id)),
    supersedes: named([row.supersedesId]),
    supersededBy: named(ledger.filter(({ supersedesId }) => supersedesId === id).map(({ id }) => id)),
    successors: named(facts.map(({ successorId }) => successorId)),
    next: nextFor(ctx, row),
    hasPasskey: await hasPasskey(ctx),
  };
});

function shownFact({
  recordedAt: _recordedAt,
  letterId: _letterId,
  recipient: _recipient,
  ...fact
}: FactRow) {
  return fact;
}

/** Acknowledgement of a letter is offered once. */
function nextFor({ actor }: ContactCtx, row: InstructionRow) {
  if (!can(actor, "instruction.answer")) return [];
  const isAcknowledged = row.facts.findLast(({ event }) => event !== "amend")?.event === "acknowledge";
  return eventsFrom({ ...datedInstruction(row), state: row.state }).filter(
    (event) =>
      ["confirm-in-writing", "confirm", "amend", "withdraw"].includes(event) ||
      (event === "acknowledge" && !isAcknowledged),
  );
}
