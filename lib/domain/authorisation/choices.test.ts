import { describe, expect, it } from "vitest";
import { CHOICES, choicesAt, decisionNumber, EVENT_OF, NEEDED_BY } from "./choices";
import { TRANSITIONS } from "./lifecycle";
import type { AuthorisationState, Regime } from "./types";

describe("choicesAt", () => {
  it.each<[Regime, AuthorisationState, string]>([
    ["specific", "submitted", "authorise conditions refuse"],
    // Silence was a refusal: it may be thought over, or said.
    ["specific", "expired", "authorise conditions refuse"],
    ["specific", "refused", "authorise conditions"],
    ["specific", "approved", "revoke"],
    ["general", "notified", "authorise conditions object"],
    ["general", "objected", "authorise conditions"],
    ["general", "not-objected", "authorise conditions revoke"],
    ["general", "withdrawn", ""],
    ["specific", "draft", ""],
  ])("%s, %s: %s", (regime, state, expected) => {
    expect(choicesAt({ regime, state }).join(" ")).toBe(expected);
  });

  it("makes of each choice a word of the controller, with the evidence its event needs", () => {
    for (const choice of CHOICES) {
      const { isDecision, needs } = TRANSITIONS[EVENT_OF[choice]];
      expect(isDecision).toBe(true);
      expect(needs.includes("reason")).toBe(NEEDED_BY[choice] === "reason");
    }
  });
});

it("numbers certificates by year", () => {
  expect(decisionNumber({ year: 2026, counter: 7 })).toBe("AD-2026-007");
  expect(decisionNumber({ year: 2026, counter: 1234 })).toBe("AD-2026-1234");
});
