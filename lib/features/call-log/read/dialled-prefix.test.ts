import { describe, expect, it } from "vitest";
import { NO_COLUMNS } from "@/lib/domain/call-log/layout";
import { findDialledPrefixes } from "./dialled-prefix";

const LAYOUT = { columns: { ...NO_COLUMNS, number: 0 }, hasHead: true, dialPrefix: "" };
const PLACES = { countries: ["FR", "MA"] };
const find = (numbers: readonly string[]) =>
  findDialledPrefixes([["dst"], ...numbers.map((number) => [number])], LAYOUT, PLACES)[0];

describe("what an exchange dials before each number", () => {
  it.each([
    ["9", ["0612345678", "0633344455", "0145678901"]],
    ["9", ["00212661234567", "00212522345678", "00212612345678"]],
    ["0", ["0033612345678", "0033633344455", "00212661234567"]],
    ["88", ["0033612345678", "0612345678", "00212661234567"]],
  ])("is %s before %j", (prefix, numbers) => {
    const found = find(numbers.map((number) => prefix + number));
    expect(found?.prefix).toBe(prefix);
    expect(found?.samples.map(({ written }) => written)).toEqual(numbers.map((number) => prefix + number));
    expect(found?.samples.every(({ read }) => /^\+(?:33|212)/.test(read))).toBe(true);
  });

  it.each([
    ["numbers that are read as they are", ["0033612345678", "0033633344455", "0033145678901"]],
    ["numbers of a country", ["0612345678", "0633344455", "0145678901"]],
    ["rows with and without it", ["90612345678", "0633344455", "0145678901"]],
    ["rows with different digits", ["90612345678", "80633344455", "70145678901"]],
    ["two rows alone", ["90612345678", "90633344455"]],
    ["what is no number without it", ["9123", "9456", "9789"]],
  ])("is nothing before %s", (_, numbers) => expect(find(numbers)).toBeUndefined());

  it("is asked of every column of numbers, whichever is proposed", () => {
    const rows = ["0612345678", "0633344455", "0145678901"].map((number) => [
      `9${number}`,
      "x",
      `88${number}`,
    ]);
    const found = (dialPrefix: string) =>
      findDialledPrefixes([["dst", "text", "other"], ...rows], { ...LAYOUT, dialPrefix }, PLACES);
    const shown = (dialPrefix: string) =>
      found(dialPrefix).map(({ column, prefix, isKnown }) => [column, prefix, isKnown]);
    expect(shown("")).toEqual([
      [0, "9", false],
      [2, "88", false],
    ]);
    expect(shown("9")).toEqual([
      [0, "9", true],
      [2, "88", false],
    ]);
  });

  it("leaves a test call apart", () => {
    const many = Array.from({ length: 20 }, (_, at) => `90033612345${600 + at}`);
    expect(find([...many, "9101"])?.prefix).toBe("9");
  });
});
