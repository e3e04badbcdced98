import { expect, test } from "vitest";
import { isTelling } from "./fields";
import { transferWith } from "./transfer.fixture";

const blank = { module: null, law: null };

test.each<[string, Parameters<typeof transferWith>[0], boolean]>([
  ["the module of clauses that have one", { tool: blank }, true],
  ["no module of other tools", { tool: { ...blank, tool: "bcr" } }, false],
  ["a module that is said all the same", { tool: { tool: "bcr" } }, true],
])("shows %s", (_, change, expected) => {
  expect(isTelling(transferWith(change), "tool", "module")).toBe(expected);
});

test("asks for the standing of an importer under adequacy alone", () => {
  expect(isTelling(transferWith(), "importer", "standing")).toBe(false);
  expect(isTelling(transferWith({ tool: { tool: "adequacy" } }), "importer", "standing")).toBe(true);
  expect(isTelling(transferWith(), "importer", "address")).toBe(true);
});

test("shows how the clauses are adapted where it is said, and asks it of no other controller", () => {
  expect(isTelling(transferWith(), "tool", "adaptation")).toBe(false);
  expect(isTelling(transferWith({ tool: { adaptation: "uk-addendum" } }), "tool", "adaptation")).toBe(true);
});
