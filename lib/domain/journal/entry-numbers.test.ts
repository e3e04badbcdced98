import { describe, expect, it } from "vitest";
import { MOST_CLEARED, readEntryNumbers } from "./entry-numbers";

describe("readEntryNumbers", () => {
  it.each([
    ["12", [12]],
    ["12, 15-18 12", [12, 15, 16, 17, 18]],
    ["3–4;7", [3, 4, 7]],
    ["1،2", [1, 2]],
    ["", []],
    ["0", null],
    ["5-3", null],
    ["n12", null],
    ["1.5", null],
    ["2147483648", null],
  ])("%s", (text, seqs) => expect(readEntryNumbers(text)).toEqual(seqs));

  it("ends soon after the limit", () => {
    expect(readEntryNumbers("1-2147483647")).toHaveLength(MOST_CLEARED + 1);
  });
});
