import { dayRefusal, eventsFrom as eventsOf, type Refused, refused } from "@/lib/domain/lifecycle/lifecycle";
import {
  type Channel,
  type InstructionEventKind,
  type InstructionFact,
  type InstructionState,
} from "./types";

/** Each is a field of the event's form and the key of its refusal. */
export const EVIDENCE = [
  "note",
  "source",
  "infringes",
  "recipient",
  "successor",
  "writer",
  "medium",
  "writing",
] as const;
export type Evidence = (typeof EVIDENCE)[number];

type Row = {
  from: readonly InstructionState[];
  /** Null for a fact that leaves the state as it is. */
  to: InstructionState | null;
  /**
   * `note`: what was looked at, or why; `source`: the paper and whose it is; `infringes`: the provisions; `recipient`:
   * where our letter goes; `successor`: the instruction that comes in its place; `writer`, `medium` and `writing`: who
   * confirmed a telephone call, by which way, and the words, for which a document may stand.
   */
  needs: readonly Evidence[];
};

const OPEN = ["received", "checked", "accepted", "contested", "confirmed"] as const;

/** No state is reached without its evidence; the controller decides, the processor checks, warns and records. */
export const TRANSITIONS: Record<InstructionEventKind, Row> = {
  "confirm-in-writing": { from: OPEN, to: null, needs: ["writer", "medium", "writing"] },
  check: { from: ["received"], to: "checked", needs: ["note"] },
  accept: { from: ["checked"], to: "accepted", needs: ["recipient"] },
  // "Immediately", 28(3): before the check is done too, and of what was accepted or confirmed before it was understood.
  contest: {
    from: ["received", "checked", "accepted", "confirmed"],
    to: "contested",
    needs: ["infringes", "note", "recipient"],
  },
  acknowledge: { from: ["accepted", "contested"], to: null, needs: ["source"] },
  confirm: { from: ["contested"], to: "confirmed", needs: ["source"] },
  amend: { from: ["contested"], to: "amended", needs: ["successor"] },
  withdraw: { from: OPEN, to: "withdrawn", needs: ["source"] },
};

/** Article 28(3), last subparagraph: the controller's answers to the alert. */
export const ANSWERS = ["confirm", "amend", "withdraw"] as const satisfies readonly InstructionEventKind[];

export type InstructionEvent = {
  kind: InstructionEventKind;
  on: string;
  /** True where a document holds the words of a written confirmation. */
  hasDocument: boolean;
} & Record<Evidence, string>;

type InstructionStatusInput = {
  state: InstructionState;
  channel: Channel;
  receivedOn: string;
  facts: readonly InstructionFact[];
};

export type InstructionRefusal =
  | "notFromHere"
  | "notADay"
  | "future"
  | "beforeReceipt"
  | "beforeLast"
  | "notDocumented"
  | "writtenAlready"
  | `${Evidence}Missing`;

export type InstructionDecision =
  | { ok: true; state: InstructionState }
  /** `key` stands under `instruction.refusals`. */
  | Refused<"" | "on" | Evidence, InstructionRefusal>;

/** The state after an event, or why not. A fact may be past, never to come, and follows those before it. */
export function decide(
  it: InstructionStatusInput,
  event: InstructionEvent,
  { today }: { today: string },
): InstructionDecision {
  const row = TRANSITIONS[event.kind];
  if (!row.from.includes(it.state)) return refused("", "notFromHere");
  const unwritten = writingRefusal(it, event.kind);
  if (unwritten) return refused("", unwritten);
  const unfit = dayRefusal(event.on, today);
  if (unfit) return refused("on", unfit);
  if (event.on < it.receivedOn) return refused("on", "beforeReceipt");
  if (row.to !== null && it.facts.some(({ on }) => event.on < on)) return refused("on", "beforeLast");
  const missing = row.needs.find((evidence) => isMissing(event, evidence));
  if (missing) return refused(missing, `${missing}Missing`);
  return { ok: true, state: row.to ?? it.state };
}

function isMissing(event: InstructionEvent, evidence: Evidence): boolean {
  return event[evidence].trim() === "" && !(evidence === "writing" && event.hasDocument);
}

/**
 * Article 28(3)(a) asks for documented instructions: accepting or confirming a telephone call documents nothing. The
 * written form of 28(9), electronic form included, is asked of the contract; a confirmation in it suffices here.
 */
function writingRefusal(
  { channel, facts }: InstructionStatusInput,
  kind: InstructionEventKind,
): InstructionRefusal | null {
  const isWritten = channel !== "telephone" || facts.some(({ event }) => event === "confirm-in-writing");
  if (kind === "confirm-in-writing") return isWritten ? "writtenAlready" : null;
  return (kind === "accept" || kind === "confirm") && !isWritten ? "notDocumented" : null;
}

/** Lists the events possible now, in the order of the table. */
export function eventsFrom(it: InstructionStatusInput): InstructionEventKind[] {
  return eventsOf(TRANSITIONS, it.state).filter((kind) => writingRefusal(it, kind) === null);
}
