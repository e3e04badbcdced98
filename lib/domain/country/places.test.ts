import { describe, expect, it } from "vitest";
import { findPlace, findPlacesWithin } from "./places";

describe("findPlace", () => {
  it.each([
    ["TUNISIE", "TN", false],
    ["tunisia", "TN", false],
    ["تونس", "TN", false],
    ["المغرب", "MA", false],
    ["La Tunisie", "TN", false],
    ["CI", "CI", false],
    ["Côte d’Ivoire", "CI", false],
    ["Republique democratique du Congo", "CD", false],
    ["Île Maurice", "MU", false],
    ["UK", "GB", false],
    ["Angleterre", "GB", false],
    ["Hong Kong", "HK", false],
    ["Fès", "MA", true],
    ["الدار البيضاء", "MA", true],
    ["LILLE CEDEX 9", "FR", true],
    ["Abidjan", "CI", true],
  ])("« %s » is %s", (text, country, isCity) => expect(findPlace(text)).toEqual({ country, isCity }));

  it.each(["", "Hors UE", "UE", "monde entier", "plateau B", "ma", "Télévente"])(
    "« %s » is no place",
    (text) => expect(findPlace(text)).toBeNull(),
  );

  it("knows every country by the name that the interface gives it", async () => {
    const names = (await import("@/lib/i18n/messages/fr/countries.json")).default as Record<string, string>;
    const missed = Object.entries(names).filter(
      ([code, name]) => /^[A-Z]{2}$/.test(code) && findPlace(name)?.country !== code,
    );
    expect(missed).toEqual([]);
  });
});

describe("findPlacesWithin", () => {
  it.each([
    ["serveurs à Dublin, accès de Dakar et de Thiès", ["IE", "SN"]],
    ["équipe en Guinée équatoriale", ["GQ"]],
    ["Maurice Nice, responsable de la vente", []],
    ["hébergé dans l'eau", []],
  ])("%s", (text, countries) => {
    expect(findPlacesWithin(text).map(({ country }) => country)).toEqual(countries);
  });
});
