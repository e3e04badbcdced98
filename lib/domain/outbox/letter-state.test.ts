import { expect, test } from "vitest";
import { LETTER_STATES, canStart, statesFor, type LetterAct, type LetterState } from "./letter-state";

const ALLOWED: Record<LetterState, LetterAct[]> = {
  queued: ["retry", "cancel"],
  sending: [],
  accepted: ["say-received"],
  delivered: ["say-received"],
  bounced: ["retry", "say-received"],
  refused: ["retry"],
  "given-up": ["retry"],
  cancelled: [],
};

test.each(LETTER_STATES)("what may be done to a letter that is %s", (state) => {
  const acts = (["retry", "cancel", "say-received"] as const).filter((act) => canStart(act, state));
  expect(acts).toEqual(ALLOWED[state]);
  for (const act of acts) expect(statesFor(act)).toContain(state);
});
