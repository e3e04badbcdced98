import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANSWERS, LINE_ANSWERS, type LineAnswer } from "./answers";
import { blockersOf, type ReadLine } from "./closing";
import { decideRun } from "./lifecycle";
import type { LineState } from "./types";

const EVIDENCE = {
  on: "2026-11-20",
  by: "Salma",
  means: "letter",
  recipient: "Orvelle",
  note: "Contrôlé",
  purgeOn: "2026-11-20",
  lawOf: "FR",
  law: "L123-22",
  untilOn: "2036-12-31",
  data: "Factures",
};
const answered = (answer: LineAnswer, id: string = answer): ReadLine => ({
  id,
  kind: ANSWERS[answer].of ?? "system",
  state: ANSWERS[answer].to,
  title: "Genesys",
  answer,
  evidence: EVIDENCE,
  documents: 1,
});
const keys = (lines: ReadLine[], missing: Parameters<typeof blockersOf>[1] = []) =>
  blockersOf(lines, missing).map(({ key, lineId }) => [key, lineId]);
const DONE = [
  answered("chose-deletion"),
  answered("deleted"),
  answered("purged"),
  answered("attested"),
  answered("nothing-kept"),
];

describe("blockersOf", () => {
  it("finds nothing where every line is settled", () => {
    expect(keys(DONE)).toEqual([]);
  });

  it.each<[string, ReadLine[], [string, string | null][]]>([
    ["an open line", [{ ...answered("attested", "s"), state: "open", answer: null }], [["open", "s"]]],
    ["a purge to come", [answered("purge-dated")], [["waiting", "purge-dated"]]],
    ["a proof that was withdrawn", [{ ...answered("attested", "s"), documents: 0 }], [["proofGone", "s"]]],
    ["a return nobody chose", [answered("returned")], [["againstChoice", "returned"]]],
    ["data kept without a law", [answered("kept")], [["keptWithoutLaw", "kept"]]],
    ["data kept by a law", [answered("kept"), answered("kept-by-law")], []],
  ])("names %s", (_, more, expected) => {
    expect(keys([...DONE, ...more])).toEqual(expected);
  });

  it.each<[string, ReadLine, string[]]>([
    [
      "a return to nobody",
      { ...answered("returned"), evidence: { ...EVIDENCE, recipient: " " } },
      ["recipient"],
    ],
    [
      "a choice that names no recipient",
      { ...answered("chose-return", "c"), evidence: { ...EVIDENCE, recipient: "" } },
      ["recipient"],
    ],
    ["the deletion of what has no name", { ...answered("deleted"), title: "" }, ["name"]],
    ["the attestation of nobody", { ...answered("attested"), title: "" }, ["name"]],
  ])("names %s with the field that says nothing", (_, line, fields) => {
    expect(blockersOf([line], [])).toContainEqual({ key: "lacking", lineId: line.id, fields });
    expect(blockersOf([{ ...line, title: "Genesys", evidence: EVIDENCE }], [])).not.toContainEqual(
      expect.objectContaining({ key: "lacking" }),
    );
  });

  it("wants no name for what was not there", () => {
    const lines = [answered("nothing-held"), answered("nothing-received")].map((line) => ({
      ...line,
      title: "",
    }));
    expect(blockersOf(lines, [])).not.toContainEqual(expect.objectContaining({ key: "lacking" }));
  });

  it.each<[LineAnswer, LineAnswer[], [string, string][]]>([
    ["chose-return", ["returned", "deleted"], []],
    ["chose-return", ["nothing-held"], []],
    ["chose-return", ["deleted"], [["choiceNotFollowed", "chose-return"]]],
    ["chose-hand-over", ["handed-over", "returned"], [["againstChoice", "returned"]]],
    ["chose-hand-over", ["deleted", "nothing-held"], [["choiceNotFollowed", "chose-hand-over"]]],
  ])("%s, then %j: %j", (choice, systems, expected) => {
    expect(keys([answered(choice), ...systems.map((answer) => answered(answer))])).toEqual(expected);
  });

  it("wants one system at least, and every line that the register names", () => {
    expect(keys([answered("chose-deletion"), answered("nothing-kept")])).toEqual([["nothingListed", null]]);
    const drawn = {
      kind: "system",
      key: "k",
      title: "Genesys",
      detail: { records: [], data: [], retention: [] },
    } as const;
    expect(keys(DONE, [{ ...drawn, detail: { records: [], data: [], retention: [] } }])).toEqual([
      ["notListed", null],
    ]);
  });
});

it("closes no run with a line open", () => {
  const lines = fc.array(
    fc.record({
      id: fc.uuid(),
      state: fc.constantFrom<LineState>("open", "waiting", "settled"),
      answer: fc.constantFrom(...LINE_ANSWERS),
    }),
  );
  fc.assert(
    fc.property(lines, (drawn) => {
      const run = drawn.map((line): ReadLine => ({
        ...line,
        kind: ANSWERS[line.answer].of ?? "system",
        title: "Genesys",
        evidence: {},
        documents: 1,
      }));
      const decision = decideRun("open", { event: "close", reason: "" }, blockersOf(run, []));
      if (decision.ok) expect(run.every(({ state }) => state === "settled")).toBe(true);
    }),
  );
});
