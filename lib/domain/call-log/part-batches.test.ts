import { expect, it } from "vitest";
import { batchParts } from "./part-batches";

it.each<[string, number[], number[], number[][]]>([
  ["nothing", [], [], []],
  ["all that fits", [3, 4], [], [[0, 1]]],
  ["a part that is larger than a batch", [2, 30, 2], [], [[0], [1], [2]]],
  ["with what other logs have of them", [3, 3, 3], [5, 0, 0], [[0], [1, 2]]],
])("gathers %s", (_what, own, beside, expected) => {
  const sizesOf = (all: number[]) => all.map((bytes, part) => ({ part, bytes }));
  expect(batchParts(sizesOf(own), sizesOf(beside), 10)).toEqual(expected);
});
