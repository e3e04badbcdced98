import { expect, it } from "vitest";
import type { HouseFinding } from "@/lib/domain/telephone-prospecting/house-rules";
import { makeTally } from "./tally";

const finding = (
  verdict: HouseFinding["verdict"],
  reason: string,
  changes: Partial<HouseFinding> = {},
): HouseFinding =>
  ({
    rule: "T5b",
    article: "D223-9",
    verdict,
    reason,
    zone: "Europe/Paris",
    isZoneDoubted: false,
    isHouse: false,
    ...changes,
  }) as HouseFinding;
const calls = (count: number, on: string, line: number) => {
  const at = Date.parse(`${on}T10:00:00Z`);
  return { count, first: at, last: at + 60_000, sample: { line, at, person: Uint8Array.of(line) } };
};

it("counts calls by the worst that is said of them, and each finding by rule, verdict and reason", () => {
  const tally = makeTally("Europe/Paris");
  tally.add([finding("met", "hours-within")], calls(5, "2026-08-17", 1));
  tally.add(
    [finding("broken", "hours-outside"), finding("doubt", "attempts-unknown", { rule: "T6" })],
    calls(2, "2026-08-19", 9),
  );
  tally.add([finding("broken", "hours-outside", { isZoneDoubted: true })], calls(3, "2026-08-23", 4));
  tally.add([finding("doubt", "attempts-unknown", { rule: "T6" })], calls(1, "2026-08-24", 7));
  const { calls: all, verdicts, groups, weeks } = tally.result();
  expect(all).toBe(11);
  expect(verdicts).toEqual({ met: 5, warning: 0, doubt: 1, broken: 5 });
  expect(groups).toEqual([
    expect.objectContaining({ rule: "T5b", calls: 5, zoneDoubted: 3, lines: [4, 9] }),
    expect.objectContaining({ rule: "T6", verdict: "doubt", calls: 3, lines: [7, 9] }),
  ]);
  expect(groups[0]).toMatchObject({
    first: Date.parse("2026-08-19T10:00:00Z"),
    last: Date.parse("2026-08-23T10:01:00Z"),
  });
  // A Sunday belongs to the week of the Monday before it.
  expect(weeks.map(({ week, calls: count, broken }) => [week, count, broken])).toEqual([
    ["2026-08-17", 10, 5],
    ["2026-08-24", 1, 0],
  ]);
});

it("counts what the house alone forbids beside what the law says of the same calls", () => {
  const tally = makeTally("Europe/Paris");
  const house = finding("broken", "house-hours", { rule: "house-hours", article: "", isHouse: true });
  tally.add([finding("met", "hours-within"), house], calls(4, "2026-08-17", 1));
  tally.add([finding("doubt", "attempts-unknown"), house], calls(2, "2026-08-17", 5));
  tally.add([finding("broken", "hours-outside"), house], calls(1, "2026-08-17", 7));
  const early = finding("broken", "hours-outside", { isHouse: true });
  tally.add([early], calls(3, "2026-08-17", 8));
  const { verdicts, byHouse, groups, weeks } = tally.result();
  expect(verdicts).toEqual({ met: 7, warning: 0, doubt: 2, broken: 1 });
  expect(byHouse).toBe(9);
  expect(weeks).toEqual([expect.objectContaining({ calls: 10, broken: 1, doubt: 2, met: 7 })]);
  expect(groups.map(({ rule, isHouse, calls: count }) => [rule, isHouse, count])).toEqual([
    ["house-hours", true, 7],
    ["T5b", true, 3],
    ["T5b", false, 1],
    ["T5b", false, 2],
  ]);
});

it("names few lines, the lowest, however many there are", () => {
  const tally = makeTally("Europe/Paris");
  for (let line = 50; line > 0; line -= 1) tally.add([finding("broken", "x")], calls(1, "2026-08-17", line));
  tally.add([finding("broken", "y")], calls(1, "2026-08-17", 3));
  const { groups, named } = tally.result();
  expect(groups[0]?.lines).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(named.map(({ line, person }) => [line, ...person])).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((line) => [line, line]),
  );
});

it("is empty of nothing", () => {
  expect(makeTally("Europe/Paris").result()).toMatchObject({ calls: 0, groups: [], weeks: [], named: [] });
});
