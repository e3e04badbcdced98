import { expect, it } from "vitest";
import { kindOf, LONGEST_LINE, makeLineBudget, shorten } from "./line-budget.mjs";

const HOUR = 3_600_000;

function budget(limits: { perKind: number; inAll: number }) {
  const notified: number[] = [];
  const clock = { at: 0 };
  const { admits, closeHour } = makeLineBudget({
    ...limits,
    now: () => clock.at,
    tell: (left) => void notified.push(left),
  });
  return { admits, closeHour, clock, told: notified };
}

it("writes so many lines of a kind an hour, and tells once how many more there were", () => {
  const { admits, clock, told } = budget({ perKind: 3, inAll: 100 });
  expect(Array.from({ length: 1000 }, () => admits("refused")).filter(Boolean)).toHaveLength(3);
  expect(admits("another")).toBe(true);
  expect(told).toEqual([]);
  clock.at = HOUR;
  expect(admits("refused")).toBe(true);
  expect(told).toEqual([997]);
});

it("writes so many in all, however many kinds a stranger makes up", () => {
  const { admits, closeHour, clock, told } = budget({ perKind: 3, inAll: 50 });
  const written = Array.from({ length: 10_000 }, (_, at) => admits(`kind ${at}`)).filter(Boolean);
  expect(written).toHaveLength(50);
  clock.at = HOUR;
  closeHour();
  expect(told).toEqual([9_950]);
  closeHour();
  expect(told).toHaveLength(1);
});

it("begins a new hour after a clock that was set back, too", () => {
  const { admits, clock } = budget({ perKind: 1, inAll: 10 });
  expect([admits("a"), admits("a")]).toEqual([true, false]);
  clock.at = -48 * HOUR;
  expect(admits("a")).toBe(true);
});

it("knows a kind by its words, not by its numbers", () => {
  expect(kindOf('Failed to find Server Action "40aaaa1111"')).toBe(
    kindOf('Failed to find Server Action "60bbbb2222"'),
  );
  expect(kindOf("a verb failed")).not.toBe(kindOf("the database is away"));
});

it("cuts a line that is as long as a body", () => {
  expect(shorten("x".repeat(5_000_000)).length).toBeLessThan(LONGEST_LINE + 40);
  expect(shorten("short")).toBe("short");
});
