import { describe, expect, it } from "vitest";
import { readStoredLetters } from "./stored-letters";

const kept = { by: "daily", since: 7 };

describe("stored choices of letters", () => {
  it("are none where nothing was chosen", () => {
    expect(readStoredLetters(null)).toEqual({});
    expect(readStoredLetters({})).toEqual({});
  });

  it.each([
    ["a delivery that there is not", { by: "weekly", since: 7 }],
    ["no number of an entry", { by: "immediate" }],
    ["a number below the first entry", { by: "immediate", since: -1 }],
    ["a text", "daily"],
    ["null", null],
  ])("of the other kinds stay where one is %s", (_, damaged) => {
    expect(readStoredLetters({ breach: damaged, request: kept })).toEqual({ request: kept });
  });

  it("of a kind that there is no longer are left out", () => {
    expect(readStoredLetters({ "retired-kind": kept, request: kept })).toEqual({ request: kept });
  });

  it.each([[[kept]], ["daily"], [3]])("are none where %j is stored", (stored) => {
    expect(readStoredLetters(stored)).toEqual({});
  });
});
