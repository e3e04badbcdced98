import { TRANSITIONS } from "./lifecycle";
import type { DatedInstruction, InstructionFact, InstructionState } from "./types";

/** Status of an instruction on a day. */
export const INSTRUCTION_STATUSES = [
  "unknown", // received later
  "unwritten", // said on the telephone, not confirmed in writing: not documented
  "unproven", // written by a contact whose address nothing proves
  "examined", // received or checked, not accepted
  "contested", // awaiting the controller
  "to-come",
  "in-force",
  "superseded",
  "amended",
  "withdrawn",
] as const;
export type InstructionStatus = (typeof INSTRUCTION_STATUSES)[number];

/** The documented instructions that bind for an entry of the register on a calendar date, 28(3)(a), 29. */
export function instructionsInForce<I extends DatedInstruction>(
  record: { id: string; controllerId: string },
  day: string,
  all: readonly I[],
): I[] {
  return all.filter((it) => concerns(it, record) && instructionStatusOn(it, day, all) === "in-force");
}

export function concerns(
  { controllerId, recordIds }: DatedInstruction,
  record: { id: string; controllerId: string },
) {
  return controllerId === record.controllerId && (recordIds.length === 0 || recordIds.includes(record.id));
}

export function instructionStatusOn(
  it: DatedInstruction,
  day: string,
  all: readonly DatedInstruction[],
): InstructionStatus {
  return statusesOn(it, day, all)[0];
}

/**
 * Everything that keeps an instruction from binding on a day, the gravest first; "in-force" alone where nothing does. One that is
 * not examined may also begin later: each is set aside, or waited for, by itself.
 */
export function statusesOn(
  it: DatedInstruction,
  day: string,
  all: readonly DatedInstruction[],
): [InstructionStatus, ...InstructionStatus[]] {
  const state = stateOn(it, day);
  if (state === null) return ["unknown"];
  if (state === "withdrawn" || state === "amended") return [state];
  if (isSuperseded(it, day, all)) return ["superseded"];
  const holding: [InstructionStatus, boolean][] = [
    ["contested", state === "contested"],
    ["unwritten", !isDocumentedOn(it, day)],
    ["unproven", isDocumentedOn(it, day) && isUnprovenOn(it, day)],
    ["examined", state === "received" || state === "checked"],
    ["to-come", it.effectiveOn > day],
  ];
  const [first, ...others] = holding.flatMap(([status, holds]) => (holds ? [status] : []));
  return first === undefined ? ["in-force"] : [first, ...others];
}

/** The state reached by the end of a day; null before the instruction was received. */
export function stateOn({ receivedOn, facts }: DatedInstruction, day: string): InstructionState | null {
  if (day < receivedOn) return null;
  return facts.reduce<InstructionState>(
    (state, { event, on }) => (on <= day ? (TRANSITIONS[event].to ?? state) : state),
    "received",
  );
}

/** True once there is a document: from the beginning, or since a telephone call was confirmed in writing. */
export function isDocumentedOn({ channel, facts }: DatedInstruction, day: string): boolean {
  return (
    channel !== "telephone" || facts.some(({ event, on }) => event === "confirm-in-writing" && on <= day)
  );
}

/** True while it rests on the word of an address that nothing proved by that day, 28(3)(a): kept, it covers no use. */
function isUnprovenOn(it: DatedInstruction, day: string): boolean {
  if (isHeldOn(it, day)) return true;
  const past = it.facts.filter(({ on }) => on <= day);
  const confirmed = past.findLast(({ event }) => TRANSITIONS[event].to !== null);
  if (confirmed?.event === "confirm" && isHeldOn(confirmed, day)) return true;
  return it.channel === "telephone" && past.filter(isWriting).every((fact) => isHeldOn(fact, day));
}

function isHeldOn({ heldUntil }: Pick<DatedInstruction, "heldUntil">, day: string): boolean {
  return heldUntil !== undefined && (heldUntil === null || day < heldUntil);
}

function isWriting({ event }: InstructionFact): boolean {
  return event === "confirm-in-writing";
}

/** Supersession is final: an instruction does not return when the later one ends. */
function isSuperseded({ id }: DatedInstruction, day: string, all: readonly DatedInstruction[]): boolean {
  return all.some((later) => {
    if (later.supersedesId !== id || later.id === id) return false;
    const first = firstDayHeld(later);
    return first !== null && first <= day;
  });
}

/** The first day on which it held, whatever came after: it changes only on the days of its own facts. */
function firstDayHeld(it: DatedInstruction): string | null {
  const proofs = [it, ...it.facts].flatMap(({ heldUntil }) => heldUntil ?? []);
  const days = [it.receivedOn, it.effectiveOn, ...it.facts.map(({ on }) => on), ...proofs].toSorted();
  return days.find((day) => isInForceOn(it, day)) ?? null;
}

function isInForceOn(it: DatedInstruction, day: string): boolean {
  const state = stateOn(it, day);
  const isAgreed = state === "accepted" || state === "confirmed";
  return isAgreed && isDocumentedOn(it, day) && !isUnprovenOn(it, day) && it.effectiveOn <= day;
}
