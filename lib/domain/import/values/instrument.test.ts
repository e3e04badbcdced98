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
    ["SCC 2021/914 Modul 3; TIA vom 12.03.2026", "scc-2021-914", 3, null, []],
    ["CCT 2021/914 M2 du 10/01/2026, analyse d’impact du 12/03/2026", "scc-2021-914", 2, "2026-01-10", []],
    ["SCC (EU) 2021/914, Module Two, signed on 2025-11-05", "scc-2021-914", 2, "2025-11-05", []],
    ["CCT 2021 / 914", "scc-2021-914", null, null, []],
    ["CCT module 2", "scc-2021-914", 2, null, ["sccModuleAlone"]],
    ["CCT modules 2 et 3", "scc-2021-914", null, null, ["sccModuleAlone", "severalModules"]],
    ["Clauses contractuelles types", "scc-unspecified", null, null, []],
    ["standard contractual clauses", "scc-unspecified", null, null, []],
    ["clauses 2021/915", "scc-2021-915", null, null, []],
    ["Privacy Shield", "privacy-shield", null, null, []],
    ["Bouclier de protection UE-USA", "privacy-shield", null, null, []],
    ["CCT (ancien Privacy Shield)", "scc-unspecified", null, null, ["wordsUnsettled"]],
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
    ["pas de CCT", "none", null, null, ["wordsUnsettled"]],
    ["CCT non signées", "none", null, null, ["wordsUnsettled"]],
    ["CCT à signer", "none", null, null, ["wordsUnsettled"]],
    ["CCT en cours de signature", "none", null, null, ["wordsUnsettled"]],
    ["no SCC", "none", null, null, ["wordsUnsettled"]],
    ["SCC not signed", "none", null, null, ["wordsUnsettled"]],
    ["SCCs to be signed", "none", null, null, ["wordsUnsettled"]],
    ["unsigned SCC 2021/914", "none", null, null, ["wordsUnsettled"]],
    ["بدون البنود النموذجية", "none", null, null, ["wordsUnsettled"]],
    ["البنود النموذجية غير موقعة", "none", null, null, ["wordsUnsettled"]],
    ["BCR ; CCT à signer", "bcr", null, null, ["wordsUnsettled"]],
    ["CCT 2021/914 le cas échéant", "scc-2021-914", null, null, ["wordsUnsettled"]],
    ["voir annexe", null, null, null, ["refersElsewhere"]],
    ["idem", null, null, null, ["refersElsewhere"]],
    ["NC", null, null, null, ["wordsUnsettled"]],
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
      doubts: [{ key: "assessmentUndated" }],
    });
    expect(readAssessment("")).toEqual({ value: { on: null, text: "" }, doubts: [], leftover: "" });
  });
});

describe("a day from which clauses apply", () => {
  it.each([
    ["CCT depuis 2024", "depuis"],
    ["CCT en vigueur depuis le 12/03/2024", "en vigueur"],
    ["CCT signées depuis 2024", "depuis"],
    ["CCT dès 2024", "dès"],
    ["CCT en place 2024", "en place"],
    ["SCC since 2024", "since"],
    ["SCC from 12/03/2024", "from"],
    ["SCC in force since 2024", "in force"],
    ["SCC effective 2024-02-01", "effective"],
    ["CCT à compter du 01/02/2024", "à compter"],
    ["SCC seit 2024", "seit"],
    ["بنود تعاقدية منذ 12/03/2024", "منذ"],
  ])("%s is no day of signature, and is asked", (cell, words) => {
    const { value, doubts } = readInstrument(cell);
    expect(value.signedOn).toBeNull();
    expect(doubts.map(({ key, params }) => [key, String(params.words).split(", ").includes(words)])).toEqual([
      ["wordsUnsettled", true],
    ]);
  });

  it.each([
    ["CCT signées le 12/03/2024", "2024-03-12"],
    ["CCT du 12/03/2024", "2024-03-12"],
    ["SCC signed 12/03/2024 between France and Morocco", "2024-03-12"],
  ])("%s is signed that day, and asks nothing", (cell, day) => {
    const { value, doubts } = readInstrument(cell);
    expect([value.signedOn?.value, doubts.map(({ key }) => key)]).toEqual([day, []]);
  });

  it("keeps the day of signature beside it", () => {
    const { value } = readInstrument("CCT signées le 12/03/2024, en vigueur depuis le 01/04/2024");
    expect(value.signedOn?.value).toBe("2024-03-12");
  });
});
