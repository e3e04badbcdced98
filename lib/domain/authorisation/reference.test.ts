import { expect, it } from "vitest";
import { isBetween } from "./reference";

it.each([
  ["A-031", true],
  ["A-039", true],
  ["A-030", false],
  ["A-040", false],
  ["A-1035", false],
])("%s stands between A-031 and A-039: %s", (reference, stands) => {
  expect(isBetween(reference, { from: "A-031", to: "A-039" })).toBe(stands);
});

it("counts by the number and not by the letters, past the thousandth too", () => {
  expect(isBetween("A-1002", { from: "A-999", to: "A-1003" })).toBe(true);
});
