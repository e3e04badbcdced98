import { describe, expect, it } from "vitest";
import { coverageClosings, coverageOf, lettersUncovered } from "./coverage";
import { LIBRARY } from "./library";
import { FAMILIES } from "./types";

const cellOf = (rows: ReturnType<typeof coverageOf>, family: string, letter: string) =>
  rows.find((row) => row.family === family)!.cells.find((cell) => cell.letter === letter)!;

describe("coverageOf", () => {
  it("proposes the library where nothing is kept", () => {
    const rows = coverageOf([]);
    expect(rows.map(({ family }) => family)).toEqual([...FAMILIES]);
    expect(cellOf(rows, "continuity", "32(1)(c)")).toMatchObject({ active: 0, used: 0, proposed: 3 });
    expect(cellOf(rows, "premises", "32(1)(a)")).toMatchObject({ active: 0, proposed: 0 });
  });

  it("counts what is kept and what the register uses, own measures too", () => {
    const rows = coverageOf([
      { libraryCode: "backups", family: "continuity", articles: ["32(1)(b)", "32(1)(c)"], records: 3 },
      { libraryCode: null, family: "continuity", articles: ["32(1)(c)"], records: 0 },
    ]);
    expect(cellOf(rows, "continuity", "32(1)(c)")).toMatchObject({ active: 2, used: 1, proposed: 2 });
  });

  it("leaves no letter uncovered once the whole library is kept", () => {
    expect(lettersUncovered([])).toHaveLength(4);
    expect(lettersUncovered([{ articles: ["32(1)(a)", "32(4)"] }])).not.toContain("32(1)(a)");
    expect(lettersUncovered(LIBRARY)).toEqual([]);
  });
});

describe("coverageClosings", () => {
  const version = (measureId: string, at: number, articles: string[], isRetired = false) => ({
    measureId,
    at,
    articles,
    isRetired,
  });

  it("finds each instant at which a letter began to be served, and again after it had ceased to be", () => {
    const versions = [
      version("one", 1, ["32(1)(a)"]),
      version("two", 2, ["32(1)(a)", "32(1)(c)"]),
      version("one", 3, ["32(1)(a)"], true),
      version("two", 4, ["32(1)(c)"]),
      version("three", 5, ["32(1)(a)"]),
    ];
    expect(coverageClosings(versions)).toEqual([
      { at: 1, letters: ["32(1)(a)"] },
      { at: 2, letters: ["32(1)(c)"] },
      { at: 5, letters: ["32(1)(a)"] },
    ]);
  });

  it("counts versions of one instant together", () => {
    const versions = [version("one", 1, ["32(1)(a)"]), version("two", 1, ["32(1)(b)"])];
    expect(coverageClosings(versions)).toEqual([{ at: 1, letters: ["32(1)(a)", "32(1)(b)"] }]);
    expect(coverageClosings([])).toEqual([]);
  });
});
