import fc from "fast-check";
import { expect, it } from "vitest";
import { sequenceOf } from "./sequence";
import { onDay } from "./types";

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const doneAt = fc.constantFrom(null, 1);

it("grows with a save whatever its date does, with a date that moves on, and once it is met", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50_000 }),
      day,
      day,
      doneAt,
      doneAt,
      (version, one, other, a, b) => {
        const of = (v: number, on: string, done: number | null) =>
          sequenceOf({ version: v, due: onDay(on), doneAt: done });
        expect(of(version + 1, one, a)).toBeGreaterThan(of(version, other, b));
        const [early, late] = [one, other].toSorted();
        expect(of(version, late!, null)).toBeGreaterThanOrEqual(of(version, early!, null));
        expect(of(version, one, 1)).toBeGreaterThan(of(version, one, null));
        // An integer of RFC 5545 has 31 bits.
        expect(of(version, one, a)).toBeLessThan(2 ** 31);
      },
    ),
  );
});
