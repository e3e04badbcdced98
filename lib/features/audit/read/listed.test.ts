import { describe, expect, it } from "vitest";
import { SECTION_SOURCES } from "@/lib/features/dossier/read/sections/sources";
import type { TableSection } from "@/lib/features/dossier/read/section";
import { listedPlaces } from "./listed";

const SECTIONS = Object.keys(SECTION_SOURCES) as TableSection[];

describe.each(SECTIONS)("the list of %s", (section) => {
  it("shows columns that its rows have, each once, and their state", () => {
    const { columns, listed } = SECTION_SOURCES[section];
    expect(listedPlaces(section)).not.toContain(-1);
    expect(new Set(listed).size).toBe(listed.length);
    // The state of a clause is that of its contract; its own is its answer.
    if (columns.includes("state")) expect(listed).toContain(section === "clauses" ? "answer" : "state");
  });
});

it("names the question of each line of a consultation, which has one for each", () => {
  const { columns } = SECTION_SOURCES.consultations;
  expect(listedPlaces("consultations").map((place) => columns[place])).toContain("question");
});

it("says of each choice what was answered, and when", () => {
  const { columns } = SECTION_SOURCES.choices;
  const shown = listedPlaces("choices").map((place) => columns[place]);
  expect(shown.slice(0, 4)).toEqual(["reference", "about", "state", "chosenAt"]);
});
