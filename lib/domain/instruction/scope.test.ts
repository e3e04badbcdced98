import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amendmentWith, contractWith } from "@/lib/domain/contract/contract.fixture";
import { recordContentSchema, type RecordContent } from "@/lib/domain/processing-record/content";
import { coversSchema } from "./content";
import { outOfScope, type ScopeCase } from "./scope";

const day = "2026-11-24";
const content = (stated: Partial<RecordContent> = {}) =>
  recordContentSchema.parse({ activity: "Service client", ...stated });
const contract = contractWith({
  object: {
    operations: ["Appels sortants", "Enregistrement des appels"],
    dataCategories: ["Identité", "Coordonnées"],
    personCategories: ["Clients"],
    countries: ["MA"],
    subProcessors: ["Nuage SA"],
    retention: "Trois mois",
  },
  terms: { authorisation: "specific" },
  instruments: { scc914Option: "specific" },
});
const found = (stated: Partial<RecordContent>, rest: Partial<ScopeCase> = {}) =>
  outOfScope({ content: content(stated), contracts: [contract], instructions: [], day, ...rest }).map(
    ({ kind, article, stated: what, isCompared }) => [isCompared ? kind : `${kind}?`, article, ...what],
  );
const destination = (country: string) => ({
  ...recordContentSchema.shape.destinations.parse([{ country }])[0]!,
});

describe("outOfScope", () => {
  it.each<[string, Partial<RecordContent>, string[][]]>([
    ["nothing said", {}, []],
    ["what the contract says", { operations: ["Appels sortants"], persons: ["clients"] }, []],
    ["a part of what the contract says", { operations: ["Enregistrement d’appels filtrés"] }, []],
    [
      "an operation",
      { operations: ["Écoute en direct"] },
      [["operations", "28(3)(a), 28(10)", "Écoute en direct"]],
    ],
    [
      "two operations in one cell, one of which nothing covers",
      { operations: ["Appels sortants et revente des fichiers à des courtiers"] },
      [["operations", "28(3)(a), 28(10)", "revente des fichiers à des courtiers"]],
    ],
    [
      "what shares a word with the contract",
      { operations: ["Appels sortants biométriques"] },
      [["operations?", "28(3)(a), 28(10)", "Appels sortants biométriques"]],
    ],
    ["data", { dataCategories: ["Identité", "RIB"] }, [["dataCategories", "28(3)(a), 28(10)", "RIB"]]],
    ["persons", { persons: ["Mineurs"] }, [["personCategories", "28(3)(a), 28(10)", "Mineurs"]]],
    [
      "a country",
      { destinations: [destination("MA"), destination("TN")] },
      [["countries", "28(3)(a), 44", "TN"]],
    ],
    [
      "a sub-processor and its country",
      { subProcessors: [{ name: "Autre SARL", country: "SN", service: "", subProcessorId: null }] },
      [
        ["countries", "28(3)(a), 44", "SN"],
        ["subProcessors", "28(2)", "Autre SARL"],
      ],
    ],
    ["a country of the Economic Area", { destinations: [destination("FR")] }, []],
    [
      "a period longer than the contract's",
      { retention: "Un an" },
      [["retention", "28(3), 28(3)(g)", "Un an"]],
    ],
    ["a period within the contract's", { retention: "90 jours" }, []],
    [
      "an operation that keeps for longer",
      { operations: ["Suppression des appels sortants à 180 jours"] },
      [["retention", "28(3), 28(3)(g)", "Suppression des appels sortants à 180 jours"]],
    ],
    [
      "a named sub-processor",
      { subProcessors: [{ name: "NUAGE", country: null, service: "", subProcessorId: null }] },
      [],
    ],
    [
      "a beginning before the contract's",
      { startsOn: { value: "2025-12", text: "" } },
      [["period", "28(3)", "2025-12"]],
    ],
    ["a beginning that may be after it", { startsOn: { value: "2026", text: "" } }, []],
  ])("%s", (_, stated, expected) => expect(found(stated)).toEqual(expected));

  it("finds that there is no contract, and then nothing else", () => {
    expect(found({ operations: ["Écoute"] }, { contracts: [] })).toEqual([["contract", "28(3)"]]);
    expect(found({}, { day: "2025-12-31" })).toEqual([["contract", "28(3)"]]);
  });

  it("goes away with an instruction, or with an amendment in force, and only then", () => {
    const stated = { operations: ["Écoute en direct"] };
    expect(found(stated, { instructions: [coversSchema.parse({ operations: ["Live listening"] })] })).toEqual(
      [],
    );
    expect(found(stated, { instructions: [coversSchema.parse({ operations: ["Rappel"] })] })).toHaveLength(1);
    const amended = (from: string) =>
      contractWith({
        amendments: [amendmentWith({ object: { operations: ["Écoute en direct"] } }, from, "2026-06-01")],
      });
    expect(found(stated, { contracts: [amended("2026-07-01")] })).toEqual([]);
    expect(found(stated, { contracts: [amended("2026-12-01")] })).toHaveLength(1);
  });

  it("says covered of nothing that was not read, nor beyond it", () => {
    const unread = contractWith({ terms: { authorisation: "specific" }, instruments: { scc914: false } });
    const stated = {
      operations: ["Écoute"],
      dataCategories: ["Voix"],
      persons: ["Clients"],
      retention: "Un an",
      destinations: [destination("TN")],
      subProcessors: [{ name: "Nuage SA", country: null, service: "", subProcessorId: null }],
    };
    expect(found(stated, { contracts: [unread] }).map(([kind]) => kind)).toEqual([
      ...[
        "operations?",
        "dataCategories?",
        "personCategories?",
        "countries?",
        "subProcessors?",
        "retention?",
      ],
    ]);
    // An instruction is read, though the contract is not.
    const instructions = [coversSchema.parse({ operations: ["Écoute"] })];
    expect(found({ operations: ["Écoute"] }, { contracts: [unread], instructions })).toEqual([]);
  });

  it("lets an instruction allow a longer period", () => {
    const stated = { retention: "Un an" };
    expect(
      found(stated, { instructions: [coversSchema.parse({ retention: ["Un an, litiges seulement"] })] }),
    ).toEqual([]);
  });

  it("asks for no instruction for a sub-processor under a general authorisation", () => {
    const general = contractWith({ object: { countries: [] }, terms: { authorisation: "general" } });
    const stated = {
      subProcessors: [{ name: "Autre SARL", country: null, service: "", subProcessorId: null }],
    };
    expect(found(stated, { contracts: [general] })).toEqual([]);
  });

  it("never finds more when more is allowed", () => {
    const words = fc.array(fc.constantFrom("Appels sortants", "Écoute", "Rappel", "Saisie de commandes"));
    fc.assert(
      fc.property(words, words, words, (operations, some, more) => {
        const count = (covered: string[]) =>
          found({ operations }, { instructions: [coversSchema.parse({ operations: covered })] }).flat()
            .length;
        expect(count([...some, ...more])).toBeLessThanOrEqual(count(some));
        expect(count([...some, ...operations])).toBe(0);
      }),
    );
  });
});
