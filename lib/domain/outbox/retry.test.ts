import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_ATTEMPTS, waitAfter } from "./retry";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const attempts = fc.integer({ min: 1, max: MAX_ATTEMPTS - 1 });
const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe("waitAfter", () => {
  it.each([
    [1, MINUTE],
    [2, 2 * MINUTE],
    [5, 16 * MINUTE],
    [9, 256 * MINUTE],
    [10, 6 * HOUR],
    [15, 6 * HOUR],
    [16, null],
    [40, null],
  ])("after try %i waits %s ms", (tries, wait) => {
    expect(waitAfter(tries, 0.5)).toBe(wait);
  });

  it("stays within a fifth of its length, whatever chance says", () => {
    fc.assert(
      fc.property(attempts, chance, (tries, luck) => {
        const [wait, middle] = [waitAfter(tries, luck)!, waitAfter(tries, 0.5)!];
        expect(wait).toBeGreaterThanOrEqual(Math.floor(middle * 0.8));
        expect(wait).toBeLessThanOrEqual(Math.ceil(middle * 1.2));
      }),
    );
  });

  it("never waits less after more tries, on the same luck", () => {
    fc.assert(
      fc.property(attempts, chance, (tries, luck) => {
        const next = waitAfter(tries + 1, luck);
        if (next !== null) expect(next).toBeGreaterThanOrEqual(waitAfter(tries, luck)!);
      }),
    );
  });

  it("gives up after about two days, on the best and on the worst luck", () => {
    for (const luck of [0, 0.5, 1]) {
      const waits = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => waitAfter(index + 1, luck)!);
      const hours = waits.reduce((sum, wait) => sum + wait, 0) / HOUR;
      expect(hours).toBeGreaterThan(32);
      expect(hours).toBeLessThan(60);
    }
  });
});
