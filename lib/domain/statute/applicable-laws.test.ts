import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applicableLaws, type ApplicableLaws, DATA_LAWS, type LawFacts } from "./applicable-laws";

const ON = "2026-11-30";
const SILENT: LawFacts = { country: null, establishments: [], targeting: "", targetCountries: [] };
const laws = (facts: Partial<LawFacts>, on = ON): ApplicableLaws =>
  applicableLaws({ ...SILENT, ...facts }, { on });
const brief = ({ applied, open }: ApplicableLaws) => [
  ...applied.map(({ law, reason }) => `${law} ${reason}`),
  ...(open ? [`${open.law}? ${open.question}`] : []),
];

describe("applicableLaws", () => {
  it.each<[string, Partial<LawFacts>, string[]]>([
    ["a French seat", { country: "FR" }, ["gdpr seat"]],
    ["a Norwegian seat", { country: "NO" }, ["gdpr seat"]],
    ["a British seat, nobody asked", { country: "GB" }, ["uk-gdpr seat", "gdpr? targeting"]],
    ["a British seat that targets nobody abroad", { country: "GB", targeting: "no" }, ["uk-gdpr seat"]],
    [
      "a British seller to consumers in France",
      { country: "GB", targeting: "yes", targetCountries: ["FR", "DE"] },
      ["uk-gdpr seat", "gdpr targeting"],
    ],
    [
      "a Moroccan company with a French branch",
      { country: "MA", establishments: ["FR"] },
      ["law-09-08 seat", "gdpr establishment"],
    ],
    ["a Moroccan seat, nobody asked", { country: "MA" }, ["law-09-08 seat", "gdpr? targeting"]],
    ["a Swiss seat without targets", { country: "CH", targeting: "no" }, ["swiss-fadp seat"]],
    [
      "a French seller to Britain",
      { country: "FR", targeting: "yes", targetCountries: ["GB"] },
      ["gdpr seat", "uk-gdpr targeting"],
    ],
    ["an American seat without targets", { country: "US", targeting: "no" }, ["other seat"]],
    [
      "targets without their countries",
      { country: "US", targeting: "yes" },
      ["other seat", "gdpr? targeting"],
    ],
    ["nothing known", {}, ["gdpr? seat"]],
    ["Nouméa", { country: "NC", targeting: "no" }, ["french-1978 seat"]],
    [
      "Nouméa written as France",
      { country: "FR", address: "3 rue de l’Alma, 98800 Nouméa", targeting: "no" },
      ["french-1978 seat"],
    ],
    [
      "Saint-Denis of La Réunion",
      { country: "FR", address: "12 rue de Paris, 97400 Saint-Denis" },
      ["gdpr seat"],
    ],
  ])("of %s", (_, facts, expected) => expect(brief(laws(facts))).toEqual(expected));

  it("has the Union's law in Britain until the end of the transition, and law 78-17 in Nouméa from June 2019", () => {
    expect(brief(laws({ country: "GB" }, "2020-12-31"))).toEqual(["gdpr seat"]);
    expect(brief(laws({ country: "NC", targeting: "no" }, "2019-05-31"))).toEqual(["other seat"]);
  });

  it("knows the means that a foreign controller uses in Morocco", () => {
    const { applied } = applicableLaws(
      { ...SILENT, country: "FR" },
      { on: ON, processorCountries: ["MA", "FR"] },
    );
    expect(applied).toEqual([
      { law: "gdpr", reason: "seat", countries: ["FR"] },
      { law: "law-09-08", reason: "means", countries: ["MA"] },
    ]);
  });

  const country = fc.constantFrom("FR", "GB", "CH", "MA", "US", "NC", "RE", "DE");
  const facts = fc.record({
    country: fc.option(country),
    establishments: fc.array(country, { maxLength: 3 }),
    targeting: fc.constantFrom("" as const, "yes" as const, "no" as const),
    targetCountries: fc.array(country, { maxLength: 3 }),
  });

  it("names each law once, and leaves none open that applies already", () => {
    fc.assert(
      fc.property(facts, (it) => {
        const { applied, open } = applicableLaws(it, { on: ON });
        const names = applied.map(({ law }) => law);
        expect(new Set(names).size).toBe(names.length);
        expect(names.every((law) => DATA_LAWS.includes(law))).toBe(true);
        expect(open !== null && names.includes("gdpr")).toBe(false);
        expect(applied.length > 0 || open !== null).toBe(true);
      }),
    );
  });
});
