import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf } from "@/lib/domain/time/zones";
import { makeInstantReader, type TimeFormat } from "./read-instant";

describe("makeInstantReader", () => {
  it.each<[TimeFormat, string, string | null]>([
    ["iso", "2026-08-18 09:00:00", "2026-08-18T08:00:00Z"],
    ["iso", "2026-09-21 09:00:00", "2026-09-21T09:00:00Z"],
    ["iso", "2026-08-18T09:00:00+02:00", "2026-08-18T07:00:00Z"],
    ["iso", "2026-08-18T09:00:00.250Z", "2026-08-18T09:00:00Z"],
    ["iso", "2026-08-18 09:00:00 -0530", "2026-08-18T14:30:00Z"],
    ["iso", "2026/8/18 9:05", "2026-08-18T08:05:00Z"],
    ["iso", "2026-02-30 09:00:00", null],
    ["iso", "2026-08-18 24:00:00", null],
    ["iso", "18/08/2026 09:00:00", null],
    ["iso", "2026-08-18", null],
    ["day-first", "18/08/2026 09:00:05", "2026-08-18T08:00:05Z"],
    ["day-first", "18.08.2026 9h05", "2026-08-18T08:05:00Z"],
    ["day-first", "08/18/2026 09:00", null],
    ["month-first", "08/18/2026 09:00", "2026-08-18T08:00:00Z"],
    ["iso", "2026-02-29 09:00:00", null],
    ["iso", "2024-02-29T09:00:00", "2024-02-29T08:00:00Z"],
    ["iso", "2026.08.18 09:00:00", null],
    ["iso", "2026-08-18 09:00:60", null],
    ["iso", "2026-08-18 09:0x:00", null],
    ["iso", "2026-08-18 9:00:00Z", "2026-08-18T09:00:00Z"],
    ["day-first", "31/04/2026 09:00:00", null],
    ["day-first", "18.08.2026 09:00:00", "2026-08-18T08:00:00Z"],
    ["month-first", "08/18/2026 09:00:00", "2026-08-18T08:00:00Z"],
    ["month-first", "18/08/2026 09:00:00", null],
    ["epoch", "1787043600", "2026-08-18T09:00:00Z"],
    ["epoch", "1787043600.731", "2026-08-18T09:00:00Z"],
    ["epoch", "1787043600250", "2026-08-18T09:00:00Z"],
    ["epoch", "17870", null],
    ["epoch", "", null],
  ])("%s: %j is %s", (format, text, expected) => {
    const at = makeInstantReader(format, "Africa/Casablanca").read(text);
    expect(at).toBe(expected === null ? null : Date.parse(expected));
  });

  it("takes the first of an hour that occurs twice, and says how many", () => {
    const reader = makeInstantReader("iso", "Europe/Paris");
    expect(reader.read("2026-10-25 02:30:00")).toBe(Date.parse("2026-10-25T00:30:00Z"));
    expect(reader.read("2026-10-25 03:00:00")).toBe(Date.parse("2026-10-25T02:00:00Z"));
    expect(reader.doubtful()).toBe(1);
    expect(reader.read("2026-03-29 02:30:00")).toBe(Date.parse("2026-03-29T01:30:00Z"));
    expect(reader.doubtful()).toBe(2);
  });

  it("reads an instant that is written in full as one that says its seconds in another way", () => {
    const digits = (most: number) => fc.nat(most).map((value) => String(value).padStart(2, "0"));
    const written = fc.record({
      year: fc.integer({ min: 1000, max: 9999 }),
      month: digits(14),
      day: digits(33),
      hour: digits(25),
      minute: digits(61),
      second: digits(61),
      format: fc.constantFrom<TimeFormat>("iso", "day-first", "month-first"),
      cut: fc.constantFrom("-", "/", "."),
      between: fc.constantFrom(" ", "T"),
    });
    fc.assert(
      fc.property(written, ({ year, month, day, hour, minute, second, format, cut, between }) => {
        const orders = {
          iso: [year, month, day],
          "day-first": [day, month, year],
          "month-first": [month, day, year],
        };
        const text = `${(orders[format as keyof typeof orders] ?? []).join(cut)}${between}${hour}:${minute}:${second}`;
        const { read } = makeInstantReader(format, "Europe/Paris");
        // Fractions of a second are read by the pattern alone.
        expect(read(text)).toBe(read(`${text}.0`));
      }),
      { numRuns: 2000 },
    );
  });

  it("reads every wall as the shipped rules do", () => {
    const reader = makeInstantReader("iso", "Africa/Casablanca");
    const walls = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2027, 0) });
    fc.assert(
      fc.property(walls, (wall) => {
        const text = new Date(wall).toISOString().slice(0, 19).replace("T", " ");
        const [year, month, day, hour, minute, second] = text.split(/[- :]/).map(Number) as number[] & {
          length: 6;
        };
        expect(reader.read(text)).toBe(
          instantOf("Africa/Casablanca", { year: year!, month: month!, day: day!, hour, minute, second }),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
