import { TRANSITIONS } from "./lifecycle";
import type { DatedInstruction, InstructionState } from "./types";

/** Status of an instruction on a day. */
export const INSTRUCTION_STATUSES = [
  "unknown", // received later
  "unwritten", // said on the telephone, not confirmed in writing: not documented
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
  const state = stateOn(it, day);
  if (state === null) return "unknown";
  if (state === "withdrawn" || state === "amended") return state;
  if (isSuperseded(it, day, all)) return "superseded";
  if (state === "contested") return "contested";
  if (!isDocumentedOn(it, day)) return "unwritten";
  if (state === "received" || state === "checked") return "examined";
  return it.effectiveOn <= day ? "in-force" : "to-come";
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
  const days = [it.receivedOn, it.effectiveOn, ...it.facts.map(({ on }) => on)].toSorted();
  return days.find((day) => isInForceOn(it, day)) ?? null;
}

function isInForceOn(it: DatedInstruction, day: string): boolean {
  const state = stateOn(it, day);
  return (state === "accepted" || state === "confirmed") && isDocumentedOn(it, day) && it.effectiveOn <= day;
}
