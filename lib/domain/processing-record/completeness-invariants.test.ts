import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess, CODES, summariseGaps } from "./completeness";
import { SPECIAL_CATEGORIES, type RecordContent } from "./content";
import { caseWith, CONTENT, MOROCCO, type Change } from "./examples.fixture";
import { TABLE } from "./rules.fixture";

describe("assess, whatever the case", () => {
  const change = fc.constantFrom(...TABLE.flatMap(([, broken, met]) => [broken, met]));
  const merged = fc.tuple(change, change, change).map((changes): Change => ({
    content: Object.assign({}, ...changes.map(({ content }) => content)),
    controller: Object.assign({}, ...changes.map(({ controller }) => controller)),
    organisation: Object.assign({}, ...changes.map(({ organisation }) => organisation)),
  }));

  it("gives the same gaps for the same case, and leaves it as it was", () => {
    fc.assert(
      fc.property(merged, (any) => {
        const assessment = caseWith(any);
        const before = structuredClone(assessment);
        expect(assess(assessment)).toEqual(assess(structuredClone(assessment)));
        expect(assessment).toEqual(before);
      }),
    );
  });

  it("says each thing once", () => {
    fc.assert(
      fc.property(merged, (any) => {
        const gaps = assess(caseWith(any));
        expect(new Set(gaps.map(({ rule, field }) => `${rule} ${field}`)).size).toBe(gaps.length);
        const single = [
          "REG-2 controller",
          "REG-5 operations",
          "REG-6 destinations",
          "REG-6 transferAnswer",
          "REG-8 measures",
        ];
        const places = gaps.map(({ code, field }) => `${code} ${field}`);
        const twice = single.filter((place) => places.filter((other) => other === place).length > 1);
        expect(twice).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("never adds a gap to a field that is properly filled", () => {
    const filled: [keyof RecordContent, Partial<RecordContent>][] = (
      ["operations", "measures", "persons", "dataCategories", "contractReference", "startsOn"] as const
    ).map((field) => [field, { [field]: CONTENT[field] }]);
    const everywhere = { ...MOROCCO, instrumentText: ADAPTED };
    filled.push(["destinations", { destinations: [everywhere] }]);
    fc.assert(
      fc.property(merged, fc.constantFrom(...filled), (any, [field, value]) => {
        const proper = { ...any, content: withPlacesOfSubProcessors({ ...any.content, ...value }) };
        const gapsOn = (one: Change) => assess(caseWith(one)).filter((gap) => gap.field === field);
        const before = gapsOn(any).map(({ rule }) => rule);
        expect(gapsOn(proper).filter(({ rule }) => !before.includes(rule))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("stays whole on any document the schema lets in", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.string({ minLength: 1 })),
        fc.subarray([...SPECIAL_CATEGORIES]),
        fc.constantFrom("yes", "no", "unanswered"),
        (text, list, specialCategories, answer) => {
          const content = { ...CONTENT, activity: text, operations: list, measures: list, specialCategories };
          const gaps = assess(caseWith({ content: { ...content, transferAnswer: answer as "yes" } }));
          expect(summariseGaps(gaps).codes.every((code) => CODES.includes(code))).toBe(true);
        },
      ),
    );
  });
});

/** Clauses that are proper whatever law the controller exports under. */
const ADAPTED = "UK Addendum, adaptées au droit suisse";

/** Destinations are properly filled when those of the sub-processors named are among them. */
function withPlacesOfSubProcessors(content: Partial<RecordContent>): Partial<RecordContent> {
  const { destinations, subProcessors = CONTENT.subProcessors } = content;
  if (!destinations) return content;
  const named = new Set(destinations.map(({ country }) => country));
  const missing = subProcessors.filter(({ country }) => country && !named.has(country));
  return {
    ...content,
    destinations: [
      ...destinations,
      ...missing.map(({ country }) => ({
        ...CONTENT.destinations[0]!,
        instrumentText: ADAPTED,
        country,
        sccModule: 3 as const,
      })),
    ],
  };
}
