import { expect, test } from "vitest";
import { nearestOf, type RunningLine } from "./breach-alert";

const line = (id: string, clock: Partial<RunningLine>): RunningLine => ({
  id,
  reference: id,
  title: "",
  isDrill: false,
  awareAt: null,
  notInformed: 0,
  proposed: 0,
  deadline: null,
  ...clock,
});

test.each([
  ["none runs", [], null],
  ["one runs without a clock", [line("a", {})], "a"],
  ["the earliest deadline comes first", [line("a", { deadline: 20 }), line("b", { deadline: 10 })], "b"],
  [
    "a deadline comes before a clock without one",
    [line("a", { awareAt: 1 }), line("b", { deadline: 90 })],
    "b",
  ],
  ["whoever has known for longest comes first", [line("a", { awareAt: 9 }), line("b", { awareAt: 3 })], "b"],
  ["what nobody is aware of yet comes last", [line("a", {}), line("b", { awareAt: 3 })], "b"],
])("%s", (_, lines, nearest) => {
  expect(nearestOf(lines)?.id ?? null).toBe(nearest);
});
