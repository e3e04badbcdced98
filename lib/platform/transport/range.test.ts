import { describe, expect, it } from "vitest";
import { readRange } from "./range";

const file = { size: 1000, etag: '"abc"' };
const read = (range: string, more: Record<string, string> = {}) =>
  readRange(new Headers({ range, ...more }), file);

describe("a part of a file that is asked for", () => {
  it.each([
    ["bytes=0-", { from: 0, to: 999 }],
    ["bytes=400-", { from: 400, to: 999 }],
    ["bytes=0-0", { from: 0, to: 0 }],
    ["bytes=990-2000", { from: 990, to: 999 }],
    ["bytes=-10", { from: 990, to: 999 }],
    ["bytes=-5000", { from: 0, to: 999 }],
  ])("%s", (range, expected) => {
    expect(read(range)).toEqual(expected);
  });

  it("is none of the file", () => {
    for (const range of ["bytes=1000-", "bytes=5000-6000", "bytes=-0"])
      expect(read(range)).toBe("unsatisfiable");
  });

  it("is the whole where it is none, several, another unit or backwards", () => {
    for (const range of ["bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=9-3", "bytes=a-b"])
      expect(read(range)).toBeNull();
    expect(readRange(new Headers(), file)).toBeNull();
  });

  it("is the whole where the file is another than the one that was begun", () => {
    expect(read("bytes=400-", { "if-range": '"abc"' })).toEqual({ from: 400, to: 999 });
    expect(read("bytes=400-", { "if-range": '"abd"' })).toBeNull();
  });
});
