import type { LetterState } from "./letter-state";

/** Facts of a letter reported by a server or a person. */
export const LETTER_FACTS = [
  /** Our relay took it (250). */
  "handed-over",
  /** Our relay refused the recipient or the letter for good (5xx). */
  "refused",
  /** The last try failed. */
  "given-up",
  /** The recipient's server put it into its mailbox: Action `delivered`, RFC 3464, 2.3.3. */
  "delivered",
  "bounced",
  /** Still under way; the server goes on trying. */
  "delayed",
  /** Relayed to a server that reports nothing more. */
  "relayed",
  /** Expanded to a list of recipients, without reports on each. */
  "expanded",
  /** A person said that it was received. */
  "said-received",
] as const;
export type LetterFactKind = (typeof LETTER_FACTS)[number];

/** Channels by which a person confirmed receipt: a call, a reply, a postal receipt slip, a conversation. */
export const RECEIVED_BY = ["telephone", "e-mail", "letter", "meeting"] as const;

export type FactSource = "relay" | "notification" | "returned-mail" | "person";

/**
 * Transitions of each fact. Absent facts are recorded beside the letter and change no state: `relayed`,
 * `delayed` and `expanded` are no receipt, and a person's word is never the server's.
 */
const MOVES: Partial<Record<LetterFactKind, { from: readonly LetterState[]; to: LetterState }>> = {
  "handed-over": { from: ["sending"], to: "accepted" },
  refused: { from: ["sending"], to: "refused" },
  "given-up": { from: ["sending"], to: "given-up" },
  // Our relay's answer may have been lost, and the letter be thought not to have left. One that came back stays so,
  // whatever was read in which order.
  delivered: {
    from: ["queued", "sending", "accepted", "refused", "given-up", "cancelled"],
    to: "delivered",
  },
  bounced: { from: ["accepted", "delivered"], to: "bounced" },
};

/** The state after a fact; the same where the fact moves nothing. */
export function stateAfter(state: LetterState, kind: LetterFactKind): LetterState {
  const move = MOVES[kind];
  return move?.from.includes(state) ? move.to : state;
}

/** The states that a fact may move. */
export function statesBefore(kind: LetterFactKind): LetterState[] {
  return [...(MOVES[kind]?.from ?? [])];
}
