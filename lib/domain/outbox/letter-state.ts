/**
 * States of a letter as reported. "accepted": our relay took it, which proves nothing of its reader;
 * "delivered": the recipient's own server reported so.
 */
export const LETTER_STATES = [
  "queued",
  "sending",
  "accepted",
  "delivered",
  "bounced",
  "refused",
  "given-up",
  "cancelled",
] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** Acts of a person on a letter. */
export type LetterAct = "retry" | "cancel" | "say-received";

/** States from which an act may begin. A letter being sent is excluded until its server has answered. */
const BEGINS: Record<LetterAct, readonly LetterState[]> = {
  retry: ["queued", "bounced", "refused", "given-up"],
  cancel: ["queued"],
  // Recipients may confirm a letter received by other means, or one that bounced elsewhere.
  "say-received": ["accepted", "delivered", "bounced"],
};

export function canStart(act: LetterAct, state: LetterState): boolean {
  return BEGINS[act].includes(state);
}

export function statesFor(act: LetterAct): LetterState[] {
  return [...BEGINS[act]];
}
