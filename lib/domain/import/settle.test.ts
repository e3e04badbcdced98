import { describe, expect, it } from "vitest";
import { itemAt } from "@/lib/domain/invariant/required";
import { planImport, type PlanInput } from "./plan";
import { readRow } from "./read-row";
import { questionKey } from "./settle";
import type { ColumnMapping, ImportTarget } from "./types";

const TODAY = "2026-11-28";
const TARGETS = [
  "controllerName",
  "activity",
  "transfer",
  "instrument",
  "subProcessors",
  "startsOn",
  "controllerCountry",
  "controllerDpo",
  "controllerRepresentative",
] as const;
const MAPPING: ColumnMapping = TARGETS.map((target, column) => ({ column, header: `H ${target}`, target }));

function readAll(rows: Partial<Record<ImportTarget, string>>[]) {
  return rows.map((row, at) => ({
    ...readRow({
      line: at + 2,
      mapping: MAPPING,
      cells: TARGETS.map(
        (target) =>
          row[target] ?? { controllerName: "Voltiris SA", activity: `A${at}` }[target as "activity"] ?? "",
      ),
    }),
    fingerprint: String(at),
  }));
}

function plan(
  rows: Partial<Record<ImportTarget, string>>[],
  more: Partial<PlanInput> & { answers?: Record<string, string> } = {},
) {
  const { answers = {}, ...input } = more;
  return planImport({
    readings: readAll(rows),
    records: [],
    controllers: [],
    remembered: new Map(),
    today: TODAY,
    ...input,
    decisions: { rows: {}, controllers: {}, questions: answers },
  });
}

const answer = (rows: Partial<Record<ImportTarget, string>>[], given: string) =>
  Object.fromEntries(plan(rows).questions.map(({ key }) => [key, given]));

describe("a question of a cell", () => {
  const denied = [{ transfer: "pas le Maroc" }, { transfer: "pas le Maroc" }, { transfer: "Tunisie" }];

  it("holds its rows back, and is asked once for all of them", () => {
    const { rows, questions } = plan(denied);
    expect(rows.map(({ fate, reason }) => [fate, reason])).toEqual([
      ["set-aside", "question"],
      ["set-aside", "question"],
      ["new", null],
    ]);
    expect(questions).toMatchObject([{ rows: 2, lines: [2, 3], answer: null, options: [] }]);
  });

  it("takes the reading", () => {
    const { rows, questions } = plan(denied, { answers: answer(denied, "take") });
    expect(rows[0]).toMatchObject({
      fate: "new",
      content: { transferAnswer: "no", transferReason: "pas le Maroc" },
    });
    expect(rows[0]?.doubts).toEqual([]);
    expect(questions).toMatchObject([{ answer: "take" }]);
  });

  it("leaves the field open with its words", () => {
    const { rows } = plan(denied, { answers: answer(denied, "open") });
    expect(rows[0]).toMatchObject({
      fate: "new",
      content: {
        transferAnswer: "unanswered",
        transferText: "pas le Maroc",
        destinations: [],
        transferReason: "",
      },
    });
  });

  it("keeps the words of other fields in the notes, under their head", () => {
    const rows = [{ subProcessors: "Non sauf OVH" }, { startsOn: "prévu mars 2025" }];
    const [first, second] = plan(rows, { answers: answer(rows, "open") }).rows;
    expect(first?.content).toMatchObject({ subProcessorsAnswer: "unanswered", subProcessors: [] });
    expect(first?.content.notes).toContain("H subProcessors : Non sauf OVH");
    expect(second?.content).toMatchObject({ startsOn: null, notes: "H startsOn : prévu mars 2025" });
  });

  it("keeps a tool whose country was left open", () => {
    const rows = [{ transfer: "pas le Maroc, Tunisie", instrument: "CCT 2021/914 module 3" }];
    const { content } = itemAt(plan(rows, { answers: answer(rows, "open") }).rows, 0);
    expect(content.destinations).toMatchObject([{ country: null, instrument: "scc-2021-914" }]);
  });

  it("names a homonym, and the end at which the year stands", () => {
    const rows = [{ transfer: "Congo" }, { startsOn: "24-03-12" }];
    const { questions } = plan(rows);
    const answers = { [itemAt(questions, 0).key]: "CD", [itemAt(questions, 1).key]: "2012-03-24" };
    const [congo, dated] = plan(rows, { answers }).rows;
    expect(congo?.content.destinations).toMatchObject([{ country: "CD", place: "" }]);
    expect(dated?.content.startsOn).toEqual({ value: "2012-03-24", text: "24-03-12" });
  });

  it("gives a sub-processor its seat, or leaves it unsaid and the others as they are", () => {
    const rows = [{ subProcessors: "Ferrix SAS (France, Maroc)\nOVH (France)" }];
    const seatOf = (given: string) =>
      plan(rows, { answers: answer(rows, given) }).rows[0]?.content.subProcessors.map(({ name, country }) => [
        name,
        country,
      ]);
    expect(seatOf("MA")).toEqual([
      ["Ferrix SAS", "MA"],
      ["OVH", "FR"],
    ]);
    expect(seatOf("open")).toEqual([
      ["Ferrix SAS", null],
      ["OVH", "FR"],
    ]);
  });

  it("settles what a cell says of the controller, or keeps its words in the notes", () => {
    const rows = [
      {
        controllerCountry: "Congo",
        controllerDpo: "non désigné",
        controllerRepresentative: "Lex SA et Jus SA",
      },
    ];
    const [country, dpo, representative] = plan(rows).questions.map(({ key }) => key);
    const settled = (given: Record<string, string>) => plan(rows, { answers: given });
    const { controllers } = settled({ [country!]: "CD", [dpo!]: "take", [representative!]: "take" });
    expect(controllers[0]?.reading).toEqual({
      country: "CD",
      hasNoDpo: true,
      representative: "Lex SA et Jus SA",
    });
    const left = settled({ [country!]: "open", [dpo!]: "open", [representative!]: "open" });
    expect(left.controllers[0]?.reading).toEqual({});
    expect(left.rows[0]?.content.notes.split("\n")).toEqual([
      "H controllerCountry : Congo",
      "H controllerDpo : non désigné",
      "H controllerRepresentative : Lex SA et Jus SA",
    ]);
  });

  it("refuses an answer that is none of its own", () => {
    const rows = [{ transfer: "Congo" }];
    for (const given of ["take", "FR", ""])
      expect(plan(rows, { answers: answer(rows, given) }).rows[0]?.reason).toBe("question");
  });

  it("is answered as the same row was before, and asks again for another cell", () => {
    const key = itemAt(plan(denied).questions, 0).key;
    const remembered = new Map([
      [
        "0",
        {
          recordId: null,
          skip: false,
          content: itemAt(readAll(denied), 0).content,
          settled: { [key]: "open" },
        },
      ],
    ]);
    const { rows } = plan(denied, { remembered });
    expect(rows.map(({ reason }) => reason)).toEqual([null, "question", null]);
  });

  it("has a key of field, kind and cell, whatever its spaces", () => {
    const [one, other] = ["pas le Maroc", " pas  le\nMaroc "].map((transfer) =>
      questionKey(itemAt(itemAt(readAll([{ transfer }]), 0).doubts, 0)),
    );
    expect(one).toBe(other);
  });
});

describe("several instruments of several countries", () => {
  const rows = [{ transfer: "Maroc, Suisse", instrument: "adéquation ou CCT M3" }];

  it("are chosen country by country before the row is written", () => {
    const { rows: waiting, questions } = plan(rows);
    expect(waiting[0]?.fate).toBe("set-aside");
    expect(questions.map(({ options }) => options)).toEqual([
      ["scc-2021-914", "adequacy"],
      ["scc-2021-914", "adequacy"],
    ]);
    const answers = Object.fromEntries(
      questions.map(({ key, doubt }) => [key, doubt.params.country === "MA" ? "scc-2021-914" : "adequacy"]),
    );
    const [settled] = plan(rows, { answers }).rows;
    expect(settled?.fate).toBe("new");
    expect(settled?.content.destinations).toMatchObject([
      { country: "MA", instrument: "scc-2021-914", sccModule: 3 },
      { country: "CH", instrument: "adequacy", sccModule: null },
    ]);
  });

  it("are left open one by one", () => {
    const [first, second] = plan(rows).questions;
    const answers = { [first!.key]: "open", [second!.key]: "adequacy" };
    expect(plan(rows, { answers }).rows[0]?.content.destinations).toMatchObject([
      { country: "MA", instrument: null, instrumentText: "adéquation ou CCT M3" },
      { country: "CH", instrument: "adequacy" },
    ]);
  });
});
