import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choiceAt, CHOICE_OUTCOMES, EVERY_PURPOSE, shownOutcome, type Choice } from "./choices";

const DAY = 86_400_000;
const chosen = (outcome: Choice["outcome"], day: number, changes: Partial<Choice> = {}): Choice => ({
  act: "telephone",
  purpose: "energy",
  country: "",
  outcome,
  decidedAt: day * DAY,
  validUntil: null,
  ...changes,
});
const on = (day: number, purpose = "energy") =>
  ({
    act: "telephone",
    purpose,
    country: "",
    at: day * DAY,
    day: new Date(day * DAY).toISOString().slice(0, 10),
  }) as const;

describe("choiceAt", () => {
  it.each<[string, Choice[], number, string]>([
    ["nobody chose", [], 10, "unknown"],
    ["allowed", [chosen("allowed", 5)], 10, "allowed"],
    ["allowed at that instant", [chosen("allowed", 10)], 10, "allowed"],
    ["allowed later", [chosen("allowed", 11)], 10, "unknown"],
    ["withdrawn since", [chosen("allowed", 5), chosen("withdrawn", 8)], 10, "refused"],
    ["withdrawn later", [chosen("allowed", 5), chosen("withdrawn", 11)], 10, "allowed"],
    ["allowed anew", [chosen("refused", 5), chosen("allowed", 8)], 10, "allowed"],
    ["both at once", [chosen("allowed", 5), chosen("refused", 5)], 10, "refused"],
    ["on its last day", [chosen("allowed", 5, { validUntil: "1970-01-11" })], 10, "allowed"],
    ["past its last day", [chosen("allowed", 5, { validUntil: "1970-01-10" })], 10, "unknown"],
    ["a refusal past its day", [chosen("refused", 5, { validUntil: "1970-01-10" })], 10, "refused"],
    ["of another act", [chosen("allowed", 5, { act: "mail" })], 10, "unknown"],
    ["of another purpose", [chosen("allowed", 5, { purpose: "press" })], 10, "unknown"],
    ["of every purpose", [chosen("refused", 5, { purpose: EVERY_PURPOSE })], 10, "refused"],
  ])("%s", (_, choices, day, expected) => {
    expect(choiceAt(choices, on(day)).status).toBe(expected);
  });

  const choices = fc.array(
    fc.record({
      act: fc.constant("telephone" as const),
      purpose: fc.constantFrom("energy", EVERY_PURPOSE),
      country: fc.constant(""),
      outcome: fc.constantFrom(...CHOICE_OUTCOMES),
      decidedAt: fc.integer({ min: 0, max: 20 * DAY }),
      validUntil: fc.constantFrom(null, "1970-01-12"),
    }),
  );

  it("says of a past day the same whatever is added later, in any order", () => {
    fc.assert(
      fc.property(choices, choices, (before, after) => {
        const later = after.map((choice) => ({ ...choice, decidedAt: choice.decidedAt + 21 * DAY }));
        expect(choiceAt([...later, ...before].reverse(), on(20)).status).toBe(
          choiceAt(before, on(20)).status,
        );
      }),
    );
  });
});

describe("the word for an outcome", () => {
  const calls = { act: "telephone", outcome: "refused", callLogId: null, purpose: "" } as const;

  it.each([
    [{}, "objected"],
    [{ purpose: "Fibre" }, "objected"],
    [{ callLogId: "log" }, "objected"],
    [{ callLogId: "log", purpose: "Fibre" }, "refused"],
    [{ act: "mail" }, "refused"],
    [{ outcome: "withdrawn" }, "withdrawn"],
  ])("of a refusal of calls, but %o, is %s", (but, word) => {
    expect(shownOutcome({ ...calls, ...but })).toBe(word);
  });
});
