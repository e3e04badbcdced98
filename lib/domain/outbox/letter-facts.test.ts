import { describe, expect, it, test } from "vitest";
import { LETTER_FACTS, stateAfter, statesBefore, type LetterFactKind } from "./letter-facts";
import { LETTER_STATES, type LetterState } from "./letter-state";

const MOVED: Partial<Record<LetterFactKind, Partial<Record<LetterState, LetterState>>>> = {
  "handed-over": { sending: "accepted" },
  refused: { sending: "refused" },
  "given-up": { sending: "given-up" },
  delivered: {
    queued: "delivered",
    sending: "delivered",
    accepted: "delivered",
    refused: "delivered",
    "given-up": "delivered",
    cancelled: "delivered",
  },
  bounced: { accepted: "bounced", delivered: "bounced" },
};

describe("stateAfter", () => {
  test.each(LETTER_FACTS)("%s moves what it may, and nothing else", (kind) => {
    for (const state of LETTER_STATES) expect(stateAfter(state, kind)).toBe(MOVED[kind]?.[state] ?? state);
    expect(statesBefore(kind)).toEqual(Object.keys(MOVED[kind] ?? {}));
  });

  it("never takes acceptance by a relay, a delay or a person's word for delivery", () => {
    const others = LETTER_FACTS.filter((kind) => kind !== "delivered");
    for (const kind of others)
      for (const state of LETTER_STATES)
        expect(state === "delivered" || stateAfter(state, kind) !== "delivered").toBe(true);
  });

  it("says that a letter came back whatever was read first", () => {
    expect(stateAfter(stateAfter("accepted", "delivered"), "bounced")).toBe("bounced");
    expect(stateAfter(stateAfter("accepted", "bounced"), "delivered")).toBe("bounced");
  });
});
