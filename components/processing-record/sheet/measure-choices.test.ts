import { describe, expect, it } from "vitest";
import { findMeasures, groupByFamily, formatMeasure } from "./measure-choices";

const choice = (reference: string, title: string, family: string) => ({
  id: reference,
  reference,
  title,
  family,
  isRetired: false,
});
const choices = [
  choice("M-001", "Écrans à l’abri", "Locaux"),
  choice("M-003", "Bureaux nets", "Locaux"),
  choice("M-002", "Sauvegardes", "Continuité"),
];

describe("findMeasures", () => {
  it.each([
    ["", 3],
    ["ecrans", 1],
    ["LOCAUX bureaux", 1],
    ["m-00", 3],
    ["badge", 0],
  ])("« %s » finds %i", (search, count) => expect(findMeasures(choices, search)).toHaveLength(count));
});

it("families stand together, in the order given", () => {
  expect(groupByFamily(choices).map(({ family, choices: group }) => [family, group.length])).toEqual([
    ["Locaux", 2],
    ["Continuité", 1],
  ]);
});

it("a measure is said by its reference and its title, in the reader's language", () => {
  const t = Object.assign((key: string) => `<${key}>`, { has: () => true });
  expect(formatMeasure({ reference: "M-001", title: "", libraryCode: "backups" }, t)).toBe(
    "M-001 <measure-library.entries.backups.title>",
  );
});
