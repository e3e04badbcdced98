import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact, FactKind, FactValue } from "./facts";
import { foldRequest } from "./file";

let number = 0;
const fact = (kind: FactKind, at: number, value: FactValue = {}): Fact => {
  number += 1;
  return { id: `f${number}`, number, kind, value, at, recordedAt: at, authorName: "A" };
};

const LIFE = [
  fact("placed", 1, { controllerId: "first" }),
  fact("placed", 2, { controllerId: "second" }),
  fact("relayed", 3, { means: "telephone" }),
  fact("controller-received", 5),
  fact("controller-received", 4),
  fact("identity-doubted", 6),
  fact("identity-doubted", 7),
  fact("identity-confirmed", 9),
  fact("instructed", 10, { decision: "execute" }),
  fact("task-added", 11, { task: { kind: "system", name: "CRM", subProcessorId: null, recordIds: [] } }),
  fact("task-added", 12, {
    task: { kind: "system", name: "Enregistreur", subProcessorId: null, recordIds: [] },
  }),
  fact("started", 13),
  fact("task-answered", 14, { taskId: "f10", outcome: "impossible" }),
  fact("task-answered", 15, { taskId: "f10", outcome: "done", documentId: "d" }),
];

describe("foldRequest", () => {
  it("is received, and nobody's, while nothing more is known", () => {
    expect(foldRequest([])).toMatchObject({ state: "received", controllerId: null, tasks: [], version: 0 });
  });

  it("holds the last placement, the earliest receipt, one doubt, and the last answer of each line", () => {
    const file = foldRequest(LIFE);
    expect(file).toMatchObject({
      state: "executing",
      controllerId: "second",
      controllerAt: 4,
      decision: "execute",
    });
    expect(file.doubts).toEqual([{ from: 6, until: 9 }]);
    expect(file.tasks.map(({ name, outcome, documentId }) => [name, outcome, documentId])).toEqual([
      ["CRM", "done", "d"],
      ["Enregistreur", null, null],
    ]);
  });

  it("reads facts by their numbers, in whatever order they come", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(LIFE, { minLength: LIFE.length }), (shuffled) => {
        expect(foldRequest(shuffled)).toEqual(foldRequest(LIFE));
      }),
    );
  });
});

it("begins anew where it is taken up after it was set aside", () => {
  const reopened = [...LIFE.slice(0, 9), fact("not-ours", 20), fact("reopened", 21)];
  expect(foldRequest(reopened)).toMatchObject({
    state: "received",
    controllerId: "second",
    relayed: null,
    controllerAt: null,
    doubts: [],
    instructed: null,
    changedAt: 21,
  });
});
