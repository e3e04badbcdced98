import { expect, test } from "vitest";
import { formatReference } from "./reference";

test("a reference has at least three digits", () => {
  expect([1, 42, 999, 1001].map((number) => formatReference("TR", number))).toEqual([
    "TR-001",
    "TR-042",
    "TR-999",
    "TR-1001",
  ]);
});
