import { describe, expect, it } from "vitest";
import { applicableLaws } from "@/lib/domain/statute/applicable-laws";
import { proposeCandidates } from "./candidates";
import { hasClearDays, law0908Reason } from "./rights";
import { proposeTasks, withoutTasks } from "./tasks";

const sources = [
  { id: "a", legalName: "Assurances Mistral SA", names: ["Mistral"], activities: ["Appels de bienvenue"] },
  { id: "b", legalName: "Énergie Mistral", names: [], activities: ["Relance d’abonnés"] },
  { id: "c", legalName: "AB", names: [], activities: [] },
  { id: "d", legalName: "Clarté SA", names: ["Lumen Belgique NV"], activities: [] },
  { id: "e", legalName: "Mutuelle des Calanques", names: [], activities: [] },
];

describe("proposeCandidates", () => {
  it.each([
    ["Les gens de Mistral m’ont appelée", ["a"]],
    ["mistral", ["a", "b"]],
    ["ENERGIE  MISTRAL, je crois", ["a", "b"]],
    ["pour des appels de bienvenue", ["a"]],
    ["ab", []],
    ["Mistrali", []],
    ["les Assurances Mistral", ["a"]],
    ["Lumen Belgique, je crois", ["d"]],
    ["ils disent Calanques", ["e"]],
    ["", []],
  ])("%s", (said, ids) => {
    expect(proposeCandidates(said, sources).map(({ id }) => id)).toEqual(ids);
  });
});

describe("proposeTasks", () => {
  const subProcessors = [{ name: "Nuage", subProcessorId: "s" }];
  const proposed = proposeTasks([
    { id: "r1", tools: ["CRM"], subProcessors },
    {
      id: "r2",
      tools: ["crm ", "Enregistreur"],
      subProcessors: [{ name: "Nuage SARL", subProcessorId: "s" }],
    },
  ]);

  it("has one line for each system and each sub-processor, with the entries that name it", () => {
    expect(proposed.map(({ kind, name, recordIds }) => [kind, name, recordIds.length])).toEqual([
      ["system", "CRM", 2],
      ["sub-processor", "Nuage", 2],
      ["system", "Enregistreur", 1],
    ]);
  });

  it("proposes nothing twice", () => {
    expect(withoutTasks(proposed, proposed)).toEqual([]);
    expect(withoutTasks(proposed, [{ kind: "system", name: "CRM", subProcessorId: null }])).toHaveLength(2);
  });
});

describe("law 09-08", () => {
  it.each([
    ["MA", "FR", "seat"],
    ["FR", "MA", "means"],
    ["FR", "FR", null],
    [null, null, null],
  ])("controller in %s, processor in %s: %s", (controllerCountry, processorCountry, reason) => {
    const facts = { country: controllerCountry, establishments: [], targeting: "", targetCountries: [] };
    const processorCountries = processorCountry === null ? [] : [processorCountry];
    expect(law0908Reason(applicableLaws(facts, { on: "2026-11-30", processorCountries }))).toBe(reason);
  });

  it("gives ten clear days to rectify, of a controller with a seat in Morocco", () => {
    expect(hasClearDays(["access", "rectification"], "seat")).toBe(true);
    expect(hasClearDays(["erasure", "restriction", "access", "marketing-objection"], "seat")).toBe(false);
    expect(hasClearDays(["rectification"], "means")).toBe(false);
    expect(hasClearDays(["rectification"], null)).toBe(false);
  });
});
