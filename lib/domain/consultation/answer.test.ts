import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Choice } from "@/lib/domain/choice/choices";
import { type Answer, ANSWERS, readAnswers } from "./answer";
import type { Question } from "./content";

const words = { fr: "Oui ?", en: "Yes?", ar: "نعم؟" };
const questions: Question[] = [
  { act: "telephone", purpose: "Fibre", country: "", ...words },
  { act: "transfer", purpose: "", country: "SN", ...words },
];
const read = (
  answers: [number, Answer][],
  {
    asked = [1, 2],
    months = 12,
    before = [],
    day = "2027-03-01",
  }: { asked?: number[]; months?: number; before?: Choice[]; day?: string } = {},
) => readAnswers(new Map(answers), { asked, months, questions }, { before, at: 100, day });

describe("answers", () => {
  it("are an agreement until the day before a year has passed, and a refusal without end", () => {
    expect(
      read([
        [1, "allow"],
        [2, "refuse"],
      ]),
    ).toEqual([
      { number: 1, outcome: "allowed", validUntil: "2028-02-29" },
      { number: 2, outcome: "refused", validUntil: null },
    ]);
  });

  it.each([
    ["2027-01-31", 1, "2027-02-27"],
    ["2028-02-29", 12, "2029-02-27"],
    ["2026-12-15", 6, "2027-06-14"],
  ])("given on %s for %i months hold until %s", (day, months, validUntil) => {
    expect(read([[1, "allow"]], { day, months })).toMatchObject([{ validUntil }]);
  });

  it("are none where nothing was pressed, and none to what was not asked", () => {
    expect(read([])).toEqual([]);
    expect(read([[2, "allow"]], { asked: [1] })).toEqual([]);
    expect(read([[3, "allow"]], { asked: [1, 2, 3] })).toEqual([]);
  });

  it("withdraw what was allowed before", () => {
    const allowed: Choice = {
      act: "telephone",
      purpose: "Fibre",
      country: "",
      outcome: "allowed",
      decidedAt: 1,
      validUntil: null,
    };
    expect(read([[1, "refuse"]], { before: [allowed] })).toMatchObject([{ outcome: "withdrawn" }]);
    expect(read([[2, "refuse"]], { before: [allowed] })).toMatchObject([{ outcome: "refused" }]);
  });

  it("make one choice of each question that was asked and answered, each until a day within a year", () => {
    const pressed = fc.array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.constantFrom(...ANSWERS)));
    const asked = fc.uniqueArray(fc.integer({ min: 1, max: 2 }));
    fc.assert(
      fc.property(pressed, asked, fc.integer({ min: 1, max: 12 }), (answers, numbers, months) => {
        const made = read(answers, { asked: numbers, months });
        const given = new Map(answers);
        expect(made.map(({ number }) => number)).toEqual(numbers.filter((number) => given.has(number)));
        for (const { outcome, validUntil } of made)
          expect(outcome === "allowed" ? validUntil! < "2028-03-01" : validUntil === null).toBe(true);
      }),
    );
  });
});
