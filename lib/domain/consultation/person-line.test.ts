import { describe, expect, it } from "vitest";
import { findPeopleColumns, reachAnybody } from "./people-heads";
import { type PersonCells, readPersonLine } from "./person-line";

const cells = (stated: Partial<PersonCells>): PersonCells => ({
  number: "",
  email: "",
  language: "",
  ...stated,
});
const NUMBER = "+33612345678";

describe("a line of a file of people", () => {
  it.each<[Partial<PersonCells>, string | null, boolean, unknown]>([
    [{ number: "06 12 34 56 78" }, NUMBER, true, { number: NUMBER, email: null, language: "fr" }],
    [
      { email: " Jeanne@Client.Example " },
      null,
      false,
      { number: null, email: "jeanne@client.example", language: "fr" },
    ],
    [{ number: "06", language: "ar" }, NUMBER, false, { number: NUMBER, email: null, language: "ar" }],
    [{ number: "06 12" }, null, false, "number"],
    [{ number: "06", email: "jeanne" }, NUMBER, false, "email"],
    [{ email: "a@b@c.fr" }, null, false, "email"],
    [{ email: `${"a".repeat(64)}@${"b".repeat(200)}.fr` }, null, false, "email"],
    [{}, null, false, "contact"],
    [{ email: "jeanne@client.example" }, null, true, "numberWanted"],
    [{ number: "06", language: "espagnol" }, NUMBER, false, "language"],
  ])("%o", (stated, number, isCalled, expected) => {
    expect(readPersonLine(cells(stated), { number, isCalled })).toEqual(expected);
  });
});

describe("heads of a file of people", () => {
  it("are found in French and English, the first of two alike", () => {
    expect(findPeopleColumns(["nom", "telephone", "courriel", "telephone", "langue"])).toEqual({
      number: 1,
      email: 2,
      language: 4,
    });
    expect(reachAnybody(findPeopleColumns(["email"]))).toBe(true);
    expect(reachAnybody(findPeopleColumns(["nom", "langue"]))).toBe(false);
  });
});
