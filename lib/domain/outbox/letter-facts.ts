import type { LetterState } from "./letter-state";

/** What somebody said became of a letter. */
export const LETTER_FACTS = [
  /** Our relay took it (250). */
  "handed-over",
  /** Our relay refused the recipient or the letter for good (5xx). */
  "refused",
  /** The last try failed. */
  "given-up",
  /** The recipient's server put it into its mailbox: Action `delivered`, RFC 3464, 2.3.3. */
  "delivered",
  /** It came back. */
  "bounced",
  /** Still under way; the server goes on trying. */
  "delayed",
  /** Given to a server that notifies of nothing more. */
  "relayed",
  /** Given to a list of recipients; what became of each nobody tells. */
  "expanded",
  /** A person said that it was received. */
  "said-received",
] as const;
export type LetterFactKind = (typeof LETTER_FACTS)[number];

/** How a person's word came: a call, a reply to the letter, a postal receipt slip, a conversation. */
export const RECEIVED_BY = ["telephone", "e-mail", "letter", "meeting"] as const;

/** Who says so. */
export type FactSource = "relay" | "notification" | "returned-mail" | "person";

/**
 * Where each fact leads, and from where. What is missing here is noted beside the letter and moves nothing: `relayed`,
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
