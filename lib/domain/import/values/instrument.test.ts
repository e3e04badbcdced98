import { describe, expect, it } from "vitest";
import { readInstrument } from "./instrument";
import { readAssessment } from "./assessment";

const read = (cell: string) => {
  const { value, doubts } = readInstrument(cell);
  return [value.instrument, value.sccModule, value.signedOn?.value ?? null, doubts.map(({ key }) => key)];
};

describe("readInstrument", () => {
  it.each([
    ["CCT 2021/914 module 3 signées le 05/11/2025", "scc-2021-914", 3, "2025-11-05", []],
    ["CCT 2021/914 M2 ; TIA", "scc-2021-914", 2, null, []],
    ["SCC (EU) 2021/914, Module Two, signed on 2025-11-05", "scc-2021-914", 2, "2025-11-05", []],
    ["CCT 2021 / 914", "scc-2021-914", null, null, []],
    ["CCT module 2", "scc-2021-914", 2, null, ["sccModuleAlone"]],
    ["CCT modules 2 et 3", "scc-2021-914", null, null, ["sccModuleAlone", "severalModules"]],
    ["Clauses contractuelles types", "scc-unspecified", null, null, []],
    ["standard contractual clauses", "scc-unspecified", null, null, []],
    ["clauses 2021/915", "scc-2021-915", null, null, []],
    ["Privacy Shield", "privacy-shield", null, null, []],
    ["Bouclier de protection UE-USA", "privacy-shield", null, null, []],
    ["CCT (ancien Privacy Shield)", "scc-unspecified", null, null, ["severalInstruments"]],
    ["BCR groupe", "bcr", null, null, []],
    ["Règles d'entreprise contraignantes", "bcr", null, null, []],
    ["Décision d'adéquation", "adequacy", null, null, []],
    ["Data Privacy Framework", "adequacy", null, null, []],
    ["Dérogation art. 49", "derogation-49-1", null, null, []],
    ["art. 49(1) al. 2", "derogation-49-1-2", null, null, []],
    ["code de conduite", "code-or-certification", null, null, []],
    ["Aucune", "none", null, null, []],
    ["accord verbal", "other", null, null, ["instrumentUnknown"]],
    ["البنود التعاقدية النموذجية", "scc-unspecified", null, null, []],
    ["à compléter", null, null, null, []],
    ["", null, null, null, []],
  ])("%s", (cell, ...expected) => {
    expect(read(cell)).toEqual(expected);
    expect(readInstrument(cell).value.text).toBe(cell);
  });
});

describe("readAssessment", () => {
  it("takes a date, or keeps the words and says that they date nothing", () => {
    expect(readAssessment("20/10/2025").value).toMatchObject({ on: { value: "2025-10-20" }, text: "" });
    expect(readAssessment("en attente")).toMatchObject({
      value: { on: null, text: "en attente" },
      doubts: [{ key: "assessmentUndated" }],
    });
    expect(readAssessment("30/02/2025")).toMatchObject({
      value: { on: null, text: "30/02/2025" },
      doubts: [{ key: "dateNoSuchDay" }],
    });
    expect(readAssessment("")).toEqual({ value: { on: null, text: "" }, doubts: [], leftover: "" });
  });
});
