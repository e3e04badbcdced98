import { describe, expect, it } from "vitest";
import { countriesInCell } from "./country-cell";

describe("countriesInCell", () => {
  it.each([
    ["FR", "FR"],
    ["fr", "FR"],
    ["FRA", "FR"],
    ["mar", "MA"],
    ["France", "FR"],
    ["FRANCE MÉTROPOLITAINE", "FR"],
    ["France (métropole)", "FR"],
    ["La Réunion", "RE"],
    ["Île de La Réunion", "RE"],
    ["REUNION", "RE"],
    ["Maroc", "MA"],
    ["Morocco", "MA"],
    ["المغرب", "MA"],
    ["MA - Maroc", "MA"],
    ["Maroc (MA)", "MA"],
    ["🇲🇦", "MA"],
    ["🇫🇷 France", "FR"],
    ["Royaume du Maroc", "MA"],
    ["Côte d’Ivoire", "CI"],
    ["Guadeloupe", "GP"],
    ["Belgique", "BE"],
    ["UK", "GB"],
    ["Casablanca", "MA"],
  ])("%j is one country", (cell, country) => expect(countriesInCell(cell)).toEqual([country]));

  it.each([
    "",
    " ",
    "UE",
    "Autre",
    "hors France",
    "Autre que la France",
    "France ou Maroc",
    "France, Maroc",
    "B2C",
    "x",
  ])("%j is none that anybody can tell", (cell) => expect(countriesInCell(cell)).toEqual([]));

  it("names every country that bears the name, and all territories of France together", () => {
    expect(countriesInCell("Congo")).toEqual(["CG", "CD"]);
    expect(countriesInCell("Outre-mer")).toContain("RE");
    expect(countriesInCell("DOM")).toContain("GP");
  });
});
