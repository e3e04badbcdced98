import { expect, it } from "vitest";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { addMark, findMark } from "./known-device";

assumeEnvironment({ AMANA_SECRET: "ab".repeat(32) });

const NOW = new Date("2026-11-25T10:00:00Z");
const after = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const [SARA, YUSUF] = ["0197f0a0-0000-7000-8000-000000000001", "0197f0a0-0000-7000-8000-000000000002"];

it("knows who has signed in from a browser, each by their own mark", () => {
  const marks = addMark(addMark("", SARA, NOW), YUSUF, NOW);
  expect(findMark(marks, SARA, NOW)).not.toBeNull();
  expect(findMark(marks, YUSUF, NOW)).not.toBeNull();
  expect(findMark(addMark("", SARA, NOW), YUSUF, NOW)).toBeNull();
});

it("takes no mark that we did not make, nor one of another, nor one that is too old", () => {
  const mark = addMark("", SARA, NOW);
  const [who, at, signature] = mark.split("-");
  for (const forged of [
    "",
    "x",
    `${who}-${at}-${"0".repeat(40)}`,
    `${who}-${Number(at) + 1}-${signature}`,
    `${who}-${at}-`,
    addMark("", YUSUF, NOW).replace(/^[0-9a-f]+/, who!),
  ])
    expect(findMark(forged, SARA, NOW), forged).toBeNull();
  expect(findMark(mark, SARA, after(179))).toBe(mark);
  expect(findMark(mark, SARA, after(181))).toBeNull();
});

it("holds one mark a person, the newest, and those of five people at most", () => {
  const first = addMark("", SARA, NOW);
  const again = addMark(first, SARA, after(1));
  expect(again.split(".")).toHaveLength(1);
  expect(again).not.toBe(first);
  const many = ["a", "b", "c", "d", "e", "f"].reduce((marks, id) => addMark(marks, id, NOW), again);
  expect(many.split(".")).toHaveLength(5);
  expect(findMark(many, SARA, NOW)).toBeNull();
  expect(findMark(many, "f", NOW)).not.toBeNull();
});
