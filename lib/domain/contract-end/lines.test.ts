import { describe, expect, it } from "vitest";
import { planLines, missingLines, type RecordRead } from "./lines";

const record = (reference: string, content: Partial<RecordRead["content"]> = {}): RecordRead => ({
  id: `id-${reference}`,
  reference,
  content: {
    tools: [],
    dataCategories: [],
    retention: "",
    subProcessorsAnswer: "no",
    subProcessors: [],
    ...content,
  },
});
const named = (name: string, service = "") => ({ name, country: null, service, subProcessorId: null });
const titles = (records: RecordRead[], kind: string) =>
  planLines(records)
    .filter((line) => line.kind === kind)
    .map(({ title }) => title);

describe("drawLines", () => {
  it("asks for the choice and for what a law keeps, even of no entry at all", () => {
    expect(planLines([]).map(({ kind }) => kind)).toEqual(["choice", "retention"]);
  });

  it("draws one line for a system, with its backup, however many entries write its name", () => {
    const records = [
      record("T-1", { tools: ["HubSpot"], dataCategories: ["Coordonnées"], retention: "3 ans" }),
      record("T-2", { tools: [" hubspot ", "Genesys"], dataCategories: ["Voix"], retention: "3 ans" }),
    ];
    expect(titles(records, "system")).toEqual(["HubSpot", "Genesys"]);
    expect(titles(records, "backup")).toEqual(["HubSpot", "Genesys"]);
    expect(planLines(records)[1]).toEqual({
      kind: "system",
      key: "system hubspot",
      title: "HubSpot",
      detail: { records: ["T-1", "T-2"], data: ["Coordonnées", "Voix"], retention: ["3 ans"] },
    });
  });

  it("leaves an untitled line where an entry names no system", () => {
    const records = [record("T-1"), record("T-2")];
    expect(titles(records, "system")).toEqual(["", ""]);
    expect(titles(records, "backup")).toEqual(["", ""]);
  });

  it.each([
    ["no", [], []],
    ["unanswered", [], [""]],
    ["yes", [], [""]],
    ["unanswered", [named("Voxia")], ["Voxia"]],
    ["yes", [named("Voxia", "Transcription"), named("VOXIA")], ["Voxia"]],
  ] as const)("sub-processors %s, %j: %j", (subProcessorsAnswer, subProcessors, expected) => {
    const content = { subProcessorsAnswer, subProcessors: [...subProcessors] };
    expect(titles([record("T-1", content)], "sub-processor")).toEqual([...expected]);
  });
});

it("finds what the register names since", () => {
  const before = [record("T-1", { tools: ["HubSpot"] })];
  const held = planLines(before);
  expect(missingLines(before, held)).toEqual([]);
  const missing = missingLines([record("T-1", { tools: ["HubSpot", "Genesys"] })], held);
  expect(missing.map(({ key }) => key)).toEqual(["system genesys", "backup system genesys"]);
});
