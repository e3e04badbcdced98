import type { InstructionKind } from "./kind";

/** Ways by which a writing reaches the processor outside the portal. */
export const WRITTEN_CHANNELS = ["letter", "e-mail", "minutes"] as const;

/** Channels that staff may name. A telephone call is no document, 28(3)(a), until it is confirmed in writing. */
export const STAFF_CHANNELS = [...WRITTEN_CHANNELS, "telephone"] as const;

/** `portal`: written there by a contact; `unverified`: noted as "portal" by staff, and no contact wrote it. */
export const CHANNELS = [...STAFF_CHANNELS, "portal", "unverified"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Medium of a written confirmation; "" where the fact is of another kind, or of before media were asked for. */
export type Medium = (typeof WRITTEN_CHANNELS)[number] | "portal" | "";

/** Received → checked → accepted, or contested (28(3), last subparagraph) → confirmed, amended or withdrawn. */
export const INSTRUCTION_STATES = [
  "received",
  "checked",
  "accepted",
  "contested",
  "confirmed",
  "amended",
  "withdrawn",
] as const;
export type InstructionState = (typeof INSTRUCTION_STATES)[number];

/** Article 28(3)(a) names transfers: an instruction may change where data are hosted or accessed. */
export const TRANSFER_EFFECTS = ["none", "changes", "unanswered"] as const;
export type TransferEffect = (typeof TRANSFER_EFFECTS)[number];

export const INSTRUCTION_EVENTS = [
  "confirm-in-writing",
  "check",
  "accept",
  "contest",
  "acknowledge",
  "confirm",
  "amend",
  "withdraw",
] as const;
export type InstructionEventKind = (typeof INSTRUCTION_EVENTS)[number];

/**
 * Word of a contact whose address was not proven: the day from which it counts, that of the proof, or null while there is none.
 * Absent where nothing holds it back.
 */
type Held = { heldUntil?: string | null | undefined };

/** Fact of an instruction on a calendar date, in the order of recording. */
export type InstructionFact = Held & { event: InstructionEventKind; on: string };

/** Fields that decide whether an instruction is in force, and what may name it. Days are calendar dates. */
export type DatedInstruction = Held & {
  id: string;
  controllerId: string;
  kind: InstructionKind;
  channel: Channel;
  receivedOn: string;
  effectiveOn: string;
  /** The earlier instruction in whose place it comes. */
  supersedesId: string | null;
  /** The entries of the register that it concerns; none named means all of its controller. */
  recordIds: readonly string[];
  facts: readonly InstructionFact[];
};
