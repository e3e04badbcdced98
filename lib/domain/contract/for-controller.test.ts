import { describe, expect, it } from "vitest";
import { makeTerms } from "./contract.fixture";
import { clausesForController, isReadClause } from "./for-controller";

const contractTerms = makeTerms({
  clauses: {
    K12: { answer: "insufficient", place: "art. 9", note: "à renégocier avant l’été" },
    K23: { answer: "unread", place: "", note: "voir avec le conseil" },
  },
});

describe("clausesForController", () => {
  it("keeps what was found and where, and no word of what was noted beside it", () => {
    const shown = clausesForController(contractTerms);
    expect(shown.K12).toEqual({ answer: "insufficient", place: "art. 9", note: "" });
    expect(JSON.stringify(shown)).not.toMatch(/renégocier|conseil/);
  });
});

describe("isReadClause", () => {
  it("holds back what nobody has read yet, and nothing that was found missing", () => {
    expect([isReadClause(contractTerms, "K12"), isReadClause(contractTerms, "K23")]).toEqual([true, false]);
  });
});
