import { type InstructionStatus, statusesOn } from "./in-force";
import { type InstructionUse, kindFit } from "./kind";
import type { DatedInstruction } from "./types";

/** Reasons for which work may not name an instruction; each is the end of a key of a refusal. */
export const NAMING_REFUSALS = [
  "Unreceived",
  "Unexamined",
  "Contested",
  "Unwritten",
  "Unproven",
  "Ended",
  "KindUnsaid",
  "OtherKind",
] as const;
export type NamingRefusal = (typeof NAMING_REFUSALS)[number];

/** Reasons for which work may not execute one: it also waits for the day from which the instruction has effect. */
export const EXECUTION_REFUSALS = [...NAMING_REFUSALS, "ToCome"] as const;
export type ExecutionRefusal = (typeof EXECUTION_REFUSALS)[number];

/** Refusals that a written reason of the processor sets aside. */
export const OVERRIDABLE_REFUSALS = ["Unexamined", "KindUnsaid"] as const;
export type OverridableRefusal = (typeof OVERRIDABLE_REFUSALS)[number];

/**
 * True of what is the processor's own, its examination (28(3), last sentence) or its classification: a written reason sets it
 * aside. What is about something else, begins later, the controller took back, nobody wrote (28(3)(a)) or is contested orders
 * nothing, whatever the reason.
 */
export function isOverridable(refusal: ExecutionRefusal): refusal is OverridableRefusal {
  return OVERRIDABLE_REFUSALS.some((one) => one === refusal);
}

/** Words of a reason at least, and characters: one letter gives none. */
const LEAST = { words: 2, characters: 10 };

function isReason(written: string): boolean {
  const text = written.trim();
  return text.length >= LEAST.characters && text.split(/\s+/).length >= LEAST.words;
}

/** Refusals that stand beside a written reason: those that no reason sets aside, and all of them beside none. */
export function standingRefusals<R extends ExecutionRefusal>(
  refusals: readonly R[],
  writtenReason: string,
): R[] {
  return refusals.filter((refusal) => !isOverridable(refusal) || !isReason(writtenReason));
}

/** Refusals that a written reason sets aside. */
export function refusalsSetAside(
  refusals: readonly ExecutionRefusal[],
  writtenReason: string,
): OverridableRefusal[] {
  return isReason(writtenReason) ? refusals.filter(isOverridable) : [];
}

/** Instructions of a controller for the form of some work, the last received first. */
export type NameableInstructions = {
  options: {
    value: string;
    label: string;
    /** Refusals for a written reason to set aside; empty where it may be named as it is. */
    overrides: OverridableRefusal[];
    /** Day from which it has effect, where that is to come: nothing is executed before. */
    effectiveOn: string | null;
  }[];
  /** Instructions that are not offered, each with all its reasons. */
  withheld: { id: string; number: string; reasons: NamingRefusal[] }[];
};

const STATUS_REFUSALS: Record<InstructionStatus, ExecutionRefusal | null> = {
  "in-force": null,
  "to-come": "ToCome",
  unknown: "Unreceived",
  examined: "Unexamined",
  contested: "Contested",
  unwritten: "Unwritten",
  unproven: "Unproven",
  superseded: "Ended",
  amended: "Ended",
  withdrawn: "Ended",
};

type Asked = { use: InstructionUse; day: string; all: readonly DatedInstruction[] };

/**
 * Finds everything for which work may not execute an instruction on a day, 28(3)(a): it must bind, and order such work. `all` is
 * the ledger of its controller, in which a later one may supersede it.
 */
export function executionRefusals(it: DatedInstruction, { use, day, all }: Asked): ExecutionRefusal[] {
  const ofStatus = statusesOn(it, day, all).flatMap((status) => STATUS_REFUSALS[status] ?? []);
  const fit = kindFit(it.kind, use);
  return fit === "fits" ? ofStatus : [...ofStatus, fit === "unsaid" ? "KindUnsaid" : "OtherKind"];
}

/** Keeps the refusals of its naming: work for a day to come that is known may be prepared. */
export function namingRefusals(refusals: readonly ExecutionRefusal[]): NamingRefusal[] {
  return refusals.filter((refusal) => refusal !== "ToCome");
}
