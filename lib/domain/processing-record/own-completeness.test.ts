import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess, CODES, isMention, mentionCodes, RULES, summariseGaps } from "./completeness";
import { ownCaseWith, type Change } from "./examples.fixture";
import { countMentions } from "./mentions";
import { OWN_TABLE } from "./own-rules.fixture";

const rulesOf = (change: Change) => assess(ownCaseWith(change)).map(({ rule }) => rule);

describe("assess, in the company's own register", () => {
  it("finds nothing in a complete entry", () => {
    expect(assess(ownCaseWith())).toEqual([]);
    expect(countMentions([], "controller")).toEqual({ filled: 10, total: 10, open: [] });
  });

  it.each(OWN_TABLE)("%s", (rule, broken, stored) => {
    expect(rulesOf(broken)).toContain(rule);
    expect(rulesOf(stored)).not.toContain(rule);
  });

  it("has a case for every rule, each under one name", () => {
    const ids = RULES.controller.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(OWN_TABLE.map(([rule]) => rule).sort()).toEqual([...ids].sort());
  });

  it("asks for the seven letters of 30(1), in their order, then 30(5)", () => {
    expect(mentionCodes("controller")).toEqual([
      "REG1-a",
      "REG1-b",
      "REG1-c",
      "REG1-d",
      "REG1-e",
      "REG1-f",
      "REG1-g",
      "REG-30-5",
    ]);
    expect(CODES.findLastIndex(isMention)).toBeLessThan(CODES.findIndex((code) => !isMention(code)));
  });

  it("names 30(1) and never 30(2)", () => {
    const articles = RULES.controller.map(({ article }) => article);
    expect(articles.filter((article) => article.includes("30(2)"))).toEqual([]);
  });
});

describe("whatever the entry", () => {
  const change = fc.constantFrom(...OWN_TABLE.flatMap(([, broken, met]) => [broken, met]));
  const merged = fc.tuple(change, change, change).map((changes): Change => ({
    content: Object.assign({}, ...changes.map(({ content }) => content)),
    organisation: Object.assign({}, ...changes.map(({ organisation }) => organisation)),
  }));

  it("says each thing once, in the same words each time, and leaves the case as it was", () => {
    fc.assert(
      fc.property(merged, (any) => {
        const assessment = ownCaseWith(any);
        const before = structuredClone(assessment);
        const gaps = assess(assessment);
        expect(gaps).toEqual(assess(structuredClone(assessment)));
        expect(assessment).toEqual(before);
        expect(new Set(gaps.map(({ rule }) => rule)).size).toBe(gaps.length);
      }),
      { numRuns: 300 },
    );
  });

  it("finds the same holes however it is bound, and a breach only where a law demands the register", () => {
    fc.assert(
      fc.property(merged, fc.constantFrom("contractual-only", "direct-3-2"), (any, gdprBinding) => {
        const assessment = ownCaseWith({
          ...any,
          content: { ...any.content, targetsUnion: "no" },
          organisation: { ...any.organisation, country: "MA", gdprBinding },
        });
        const gaps = assess(assessment);
        expect(summariseGaps(gaps).required).toBe(0);
        expect(gaps.every(({ basis }) => basis === "good-practice")).toBe(true);
        expect(gaps.some(({ code }) => code === "REG-30-5" || code === "ADV-exemption")).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("counts as open exactly the mentions that some gap concerns", () => {
    fc.assert(
      fc.property(merged, (any) => {
        const gaps = assess(ownCaseWith(any));
        const { filled, total, open } = countMentions(gaps, "controller");
        expect(filled + open.length).toBe(total);
        const asked = gaps.some(({ code }) => code.startsWith("REG1"));
        expect(open.length > 0).toBe(asked);
      }),
      { numRuns: 300 },
    );
  });
});
