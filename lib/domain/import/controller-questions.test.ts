import { describe, expect, it } from "vitest";
import { itemAt } from "@/lib/domain/invariant/required";
import { askControllers } from "./controller-questions";
import type { KnownController } from "./controllers";
import { planImport } from "./plan";
import { readRow } from "./read-row";
import type { ColumnMapping } from "./types";

const TARGETS = [
  "controllerName",
  "controllerCountry",
  "controllerDpo",
  "controllerContact",
  "activity",
] as const;
const MAPPING: ColumnMapping = TARGETS.map((target, column) => ({ column, header: `H ${target}`, target }));
const KNOWN: KnownController = {
  id: "k1",
  legalName: "Orvelle SA",
  isPlaceholder: false,
  spellings: [],
  formerNames: [],
  country: "FR",
};

function plan(
  rows: string[][],
  { known = [] as KnownController[], answers = {} as Record<string, string> } = {},
) {
  const readings = rows.map((cells, at) => ({
    ...readRow({ line: at + 2, mapping: MAPPING, cells: [...cells, `A${at}`] }),
    fingerprint: String(at),
  }));
  return planImport({
    readings: askControllers(readings, { known, choices: {}, mapping: MAPPING }),
    records: [],
    controllers: known,
    remembered: new Map(),
    today: "2026-11-28",
    decisions: { rows: {}, controllers: {}, questions: answers },
  });
}

describe("controllers of one name in several countries", () => {
  const rows = [
    ["Orvelle SA", "France", "", ""],
    ["ORVELLE", "Belgique", "", ""],
    ["Voltiris SA", "France", "", ""],
  ];

  it("are asked about, and nobody else is", () => {
    const { rows: planned, questions } = plan(rows);
    expect(planned.map(({ reason }) => reason)).toEqual(["question", "question", null]);
    expect(questions).toMatchObject([{ rows: 2, options: ["FR", "BE"] }]);
  });

  it("are one in the country that is chosen, or two that their country tells apart", () => {
    const keys = plan(rows).questions.map(({ key }) => key);
    const answered = (given: string) =>
      plan(rows, { answers: Object.fromEntries(keys.map((key) => [key, given])) }).controllers.map(
        ({ name, reading }) => [name, reading.country],
      );
    expect(answered("BE")).toEqual([
      ["Orvelle SA", "BE"],
      ["Voltiris SA", "FR"],
    ]);
    expect(answered("open")).toEqual([
      ["Orvelle SA (FR)", "FR"],
      ["ORVELLE (BE)", "BE"],
      ["Voltiris SA", "FR"],
    ]);
  });

  it("are compared with the register's, whose own rows are not asked", () => {
    const { rows: planned, questions } = plan(rows.slice(0, 2), { known: [KNOWN] });
    expect(planned.map(({ reason }) => reason)).toEqual([null, "question"]);
    const { key } = itemAt(questions, 0);
    const apart = plan(rows.slice(0, 2), { known: [KNOWN], answers: { [key]: "open" } });
    expect(apart.controllers.map(({ existingId }) => existingId)).toEqual(["k1", null]);
  });
});

describe("what later rows say otherwise of one controller", () => {
  const rows = [
    ["Orvelle SA", "", "dpo@orvelle.example", "Ana Ruiz, ana@orvelle.example"],
    ["Orvelle SA", "", "privacy@orvelle.example", "Paul Petit, +33 1 99 00 00 00"],
    ["Orvelle SA", "", "DPO@orvelle.example", ""],
  ];

  it("is told, kept in the notes, and mixed with the first by nobody", () => {
    const { rows: planned, controllers } = plan(rows);
    expect(controllers[0]?.reading).toEqual({
      dpoContact: "dpo@orvelle.example",
      contactName: "Ana Ruiz",
      contactEmail: "ana@orvelle.example",
    });
    expect(planned.map(({ doubts }) => doubts.map(({ field, key }) => [field, key]))).toEqual([
      [],
      [
        ["controllerContact", "controllerDiffers"],
        ["controllerDpo", "controllerDiffers"],
      ],
      [],
    ]);
    expect(planned[1]?.content.notes.split("\n")).toEqual([
      "H controllerContact : Paul Petit, +33 1 99 00 00 00",
      "H controllerDpo : privacy@orvelle.example",
    ]);
  });
});
