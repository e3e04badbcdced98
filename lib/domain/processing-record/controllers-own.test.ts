import { expect, test } from "vitest";
import { isControllersOwn } from "./controllers-own";

test.each([
  ["controller", true],
  ["controllerContact", true],
  ["controllerRepresentative", true],
  ["controllerDpo", true],
  ["processor", false],
  ["operations", false],
  ["measures", false],
] as const)("%s is the controller's own to answer: %s", (field, isOwn) => {
  expect(isControllersOwn(field)).toBe(isOwn);
});
