import { describe, expect, it } from "vitest";
import { isQuestion } from "../doubts";
import { readTransferCountries } from "./countries";
import { readSpecial } from "./special";
import { readSubProcessors } from "./sub-processors";

describe("readTransferCountries", () => {
  it.each([
    ["France (support Maroc le week-end)", ["FR", "MA"]],
    ["Tunisie (support Maroc le week-end)", ["TN", "MA"]],
    ["Paris (équipe de nuit : Dakar en renfort)", ["SN"]],
  ])("%s asks about each third country that it names", (cell, countries) => {
    const { value, doubts } = readTransferCountries(cell);
    expect(value.answer).toBe("yes");
    expect(value.destinations.map(({ country }) => country)).toEqual(expect.arrayContaining(countries));
    expect(doubts.some(isQuestion)).toBe(true);
  });
});

describe("readSubProcessors", () => {
  const namesOf = (cell: string) => readSubProcessors(cell).value.subProcessors.map(({ name }) => name);

  it.each(["personne", "Nobody", "nadie", "niemand"])("%s is a no, and no company", (cell) =>
    expect(readSubProcessors(cell).value).toEqual({ answer: "no", subProcessors: [] }),
  );

  it.each(["3 prestataires informatiques", "2 IT vendors", "nos fournisseurs techniques"])(
    "%s names nobody, and is asked",
    (cell) => {
      expect(namesOf(cell)).toEqual([]);
      expect(readSubProcessors(cell).doubts.some(isQuestion)).toBe(true);
    },
  );

  it("parts names at a slash where each has its role", () =>
    expect(namesOf("OVH : hébergement / Sendgrid : e-mail")).toEqual(["OVH", "Sendgrid"]));

  it.each(["AWS (fin 2023)", "OVH\nAWS (arrêt 03/2023)"])("%j asks about the end that it says", (cell) =>
    expect(readSubProcessors(cell).doubts.some(isQuestion)).toBe(true),
  );
});

it("reads a criminal record among the special categories", () =>
  expect(readSpecial("santé, génétique, casier", { data: "", activity: "" }).value.categories).toEqual([
    "health",
    "genetic",
    "criminal-convictions",
  ]));
