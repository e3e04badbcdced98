import { expect, it } from "vitest";
import { isFieldRelevant } from "./fields";
import { subProcessorWith } from "./sub-processor.fixture";

it.each([
  ["accessCountries", { accessAnswer: "no" }, false],
  ["accessCountries", { accessAnswer: "yes" }, true],
  ["accessCountries", { accessAnswer: "no", accessCountries: ["TN"] }, true],
  ["accessNote", { accessAnswer: null }, false],
  ["accessNote", { accessAnswer: null, accessNote: "On call" }, true],
  ["sites", { accessAnswer: "no" }, true],
] as const)("%s of %j is shown: %s", (name, places, shown) => {
  expect(isFieldRelevant(subProcessorWith({ places: places as never }), name)).toBe(shown);
});
