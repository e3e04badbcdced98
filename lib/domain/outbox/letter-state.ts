/** Where a letter is on its way. "accepted": the receiving server took it; what happens to it then, nobody tells. */
export const LETTER_STATES = ["queued", "sending", "accepted", "given-up", "cancelled"] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** What may be done to a letter by a person. */
export type LetterAct = "retry" | "cancel";

/** From which states an act may begin. One that is being sent is left alone until its server has answered. */
const BEGINS: Record<LetterAct, readonly LetterState[]> = {
  retry: ["queued", "given-up"],
  cancel: ["queued"],
};

export function mayBegin(act: LetterAct, state: LetterState): boolean {
  return BEGINS[act].includes(state);
}

export function statesFor(act: LetterAct): LetterState[] {
  return [...BEGINS[act]];
}
