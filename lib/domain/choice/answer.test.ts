import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf } from "./answer";
import { CHOICE_OUTCOMES, type Choice, type ChoiceAct, type ChoiceAsked } from "./choices";

const instant = (day: string) => Date.parse(`${day}T09:00:00Z`);
const chosen = (outcome: Choice["outcome"], day: string, stated: Partial<Choice> = {}): Choice => ({
  act: "telephone",
  purpose: "",
  country: "",
  outcome,
  decidedAt: instant(day),
  validUntil: null,
  ...stated,
});
const asked = (stated: Partial<ChoiceAsked> = {}): ChoiceAsked => ({
  act: "telephone",
  purpose: "",
  country: "",
  at: instant("2026-11-28"),
  day: "2026-11-28",
  ...stated,
});

describe("an answer", () => {
  it.each<[string, Choice[], Partial<ChoiceAsked>, string, string]>([
    ["nobody chose", [], {}, "unknown", "none"],
    ["agreed", [chosen("allowed", "2026-10-01")], {}, "allowed", "agreed"],
    [
      "past its last day",
      [chosen("allowed", "2026-01-01", { validUntil: "2026-11-27" })],
      {},
      "unknown",
      "expired",
    ],
    [
      "awaits a parent",
      [chosen("allowed", "2026-10-01"), chosen("awaiting", "2026-10-02")],
      {},
      "unknown",
      "awaiting",
    ],
    [
      "authorised by a parent",
      [chosen("awaiting", "2026-10-02"), chosen("allowed", "2026-10-03")],
      {},
      "allowed",
      "agreed",
    ],
    ["a year without an end", [chosen("allowed", "2025-11-28")], {}, "allowed", "agreed"],
    ["past a year without an end", [chosen("allowed", "2025-11-27")], {}, "unknown", "year"],
    [
      "past a year, though a later end was stated",
      [chosen("allowed", "2025-11-27", { validUntil: "2026-12-27" })],
      {},
      "unknown",
      "year",
    ],
    [
      "mail has no year",
      [chosen("allowed", "2024-01-01", { act: "mail" })],
      { act: "mail" },
      "allowed",
      "agreed",
    ],
    ["objected", [chosen("refused", "2019-01-01")], {}, "refused", "objected"],
    [
      "refused another act",
      [chosen("refused", "2019-01-01", { act: "reuse" })],
      { act: "reuse" },
      "refused",
      "refused",
    ],
    [
      "withdrawn",
      [chosen("allowed", "2026-10-01"), chosen("withdrawn", "2026-10-02")],
      {},
      "refused",
      "withdrawn",
    ],
    [
      "one purpose agreed, every one asked",
      [chosen("allowed", "2026-10-01", { purpose: "fibre" })],
      {},
      "unknown",
      "narrower",
    ],
    [
      "one purpose refused, every one asked",
      [chosen("refused", "2026-09-01", { purpose: "fibre" }), chosen("allowed", "2026-08-01")],
      {},
      "refused",
      "objected",
    ],
    [
      "one purpose refused, another asked",
      [chosen("refused", "2026-09-01", { purpose: "fibre" }), chosen("allowed", "2026-08-01")],
      { purpose: "press" },
      "allowed",
      "agreed",
    ],
  ])("%s", (_, choices, stated, status, reason) => {
    expect(answerOf(choices, asked(stated))).toMatchObject({ status, reason });
  });
});

describe("a transfer", () => {
  const to = (country: string, outcome: Choice["outcome"], day = "2026-10-01") =>
    chosen(outcome, day, { act: "transfer", country });
  const status = (choices: Choice[], country: string) =>
    answerOf(choices, asked({ act: "transfer", country })).status;

  it("is of the country that was chosen about", () => {
    expect(status([to("MA", "allowed")], "MA")).toBe("allowed");
    expect(status([to("MA", "allowed")], "SN")).toBe("unknown");
    expect(status([to("SN", "refused"), to("", "allowed", "2026-09-01")], "SN")).toBe("refused");
    expect(status([to("SN", "refused"), to("", "allowed", "2026-09-01")], "MA")).toBe("allowed");
  });

  it("to every country is refused where one is", () => {
    expect(status([to("SN", "refused"), to("", "allowed", "2026-09-01")], "")).toBe("refused");
  });
});

const choices = fc.array(
  fc.record({
    act: fc.constantFrom<ChoiceAct>("telephone", "transfer"),
    purpose: fc.constantFrom("", "fibre", "press"),
    country: fc.constantFrom("", "MA"),
    outcome: fc.constantFrom(...CHOICE_OUTCOMES),
    decidedAt: fc.integer({ min: instant("2024-01-01"), max: instant("2026-11-01") }),
    validUntil: fc.constantFrom(null, "2026-06-30"),
  }),
);
const questions = fc.record({
  act: fc.constantFrom<ChoiceAct>("telephone", "transfer"),
  purpose: fc.constantFrom("", "fibre"),
  country: fc.constantFrom("", "MA"),
});

describe("an objection", () => {
  it("outlives every agreement that was given before it, whatever they say of their end", () => {
    fc.assert(
      fc.property(choices, questions, (before, stated) => {
        const objection = chosen("refused", "2026-11-02", { act: stated.act, validUntil: "2026-11-03" });
        const question = asked({ ...stated, at: instant("2046-01-01"), day: "2046-01-01" });
        expect(answerOf([objection, ...before], question).status).toBe("refused");
      }),
    );
  });

  it("is not overridden by any agreement: with a refusal that holds, nothing is allowed", () => {
    fc.assert(
      fc.property(choices, questions, (made, stated) => {
        const own = made.filter(
          ({ act, purpose, country }) =>
            act === stated.act &&
            ["", stated.purpose].includes(purpose) &&
            ["", stated.country].includes(country),
        );
        const last = Math.max(...own.map(({ decidedAt }) => decidedAt));
        const stops = own.some(({ outcome, decidedAt }) => outcome !== "allowed" && decidedAt === last);
        if (stops) expect(answerOf(made, asked(stated)).status).toBe("refused");
      }),
    );
  });
});
