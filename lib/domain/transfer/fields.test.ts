import { expect, test } from "vitest";
import { isFieldRelevant } from "./fields";
import { transferWith } from "./transfer.fixture";

const blank = { module: null, law: null };

test.each<[string, Parameters<typeof transferWith>[0], boolean]>([
  ["the module of clauses that have one", { tool: blank }, true],
  ["no module of other tools", { tool: { ...blank, tool: "bcr" } }, false],
  ["a module that is said all the same", { tool: { tool: "bcr" } }, true],
])("shows %s", (_, change, expected) => {
  expect(isFieldRelevant(transferWith(change), "tool", "module")).toBe(expected);
});

test("asks for the standing of an importer under adequacy alone", () => {
  expect(isFieldRelevant(transferWith(), "importer", "standing")).toBe(false);
  expect(isFieldRelevant(transferWith({ tool: { tool: "adequacy" } }), "importer", "standing")).toBe(true);
  expect(isFieldRelevant(transferWith(), "importer", "address")).toBe(true);
});

test("shows how the clauses are adapted where it is said, and asks it of no other controller", () => {
  expect(isFieldRelevant(transferWith(), "tool", "adaptation")).toBe(false);
  expect(isFieldRelevant(transferWith({ tool: { adaptation: "uk-addendum" } }), "tool", "adaptation")).toBe(
    true,
  );
});
