import { describe, expect, it } from "vitest";
import { readTransferCountries } from "./countries";

const read = (cell: string) => {
  const { value, doubts } = readTransferCountries(cell);
  return {
    answer: value.answer,
    countries: value.destinations.map(({ country }) => country),
    keys: doubts.map(({ key }) => key),
  };
};

describe("a transfer that the cell denies, limits or dates", () => {
  it.each([
    ["France (sauf support Maroc)", "yes", ["FR", "MA"]],
    ["France, except support in Morocco", "yes", ["FR", "MA"]],
    ["فرنسا باستثناء الدعم في المغرب", "yes", ["FR", "MA"]],
    ["pas le Maroc", "no", []],
    ["not Morocco", "no", []],
    ["ليس المغرب", "no", []],
    ["Maroc : non", "no", []],
    ["Maroc (non)", "no", []],
    ["Morocco: no", "no", []],
    ["المغرب: لا", "no", []],
    ["plus de transfert vers la Tunisie depuis 2024", "no", []],
    ["no longer Tunisia since 2024", "no", []],
    ["Tunisie jusqu'en 2023, puis Maroc", "yes", ["MA"]],
    ["Tunisia until 2023, then Morocco", "yes", ["MA"]],
    ["تونس حتى 2023 ثم المغرب", "yes", ["MA"]],
    ["Tunisie puis Maroc", "yes", ["MA"]],
    ["ex-Tunisie, Maroc", "yes", ["MA"]],
    ["Maroc (prévu 2027)", "no", []],
    ["Sénégal à venir", "no", []],
    ["Maroc, sauf Tunisie", "yes", ["MA"]],
    ["Aucun (sauf support Maroc)", "yes", ["MA"]],
    ["Aucun accès depuis le Maroc", "no", []],
    ["Maroc le cas échéant", "yes", ["MA"]],
    ["société américaine hébergée en Irlande", "yes", ["IE", "US"]],
  ])("%s → %s %j, asked", (cell, answer, countries) => {
    expect(read(cell)).toEqual({ answer, countries, keys: ["wordsUnsettled"] });
  });

  it.each([
    ["Depuis Casa et Dakar", ["MA", "SN"]],
    ["🇲🇦", ["MA"]],
    ["🇫🇷 🇲🇦", ["FR", "MA"]],
    ["🇲🇦 Maroc", ["MA"]],
    ["équipe tunisienne", ["TN"]],
    ["support marocain", ["MA"]],
    ["moroccan team", ["MA"]],
    ["فريق مغربي", ["MA"]],
    ["UE et Maroc", ["MA"]],
    ["EEE + Tunisie", ["TN"]],
    ["accès depuis le Maroc", ["MA"]],
    ["serveurs à Dublin, accès de Dakar", ["IE", "SN"]],
  ])("%s is read whole: %j", (cell, countries) => {
    expect(read(cell)).toEqual({ answer: "yes", countries, keys: [] });
  });

  it.each(["Congo", "Guinée", "Géorgie", "Georgia", "الكونغو", "Corée"])("%s is asked", (cell) => {
    expect(read(cell)).toEqual({ answer: "yes", countries: [null], keys: ["placeHomonym"] });
  });

  it.each([
    ["voir annexe", "refersElsewhere"],
    ["idem", "refersElsewhere"],
    ["cf. contrat", "refersElsewhere"],
    ["انظر الملحق", "refersElsewhere"],
  ])("%s states nothing", (cell, key) => {
    expect(read(cell)).toEqual({ answer: "unanswered", countries: [], keys: [key] });
  });

  it("keeps « NC » beside an open answer", () => {
    expect(readTransferCountries("NC")).toMatchObject({ value: { answer: "unanswered" }, leftover: "NC" });
  });
});
