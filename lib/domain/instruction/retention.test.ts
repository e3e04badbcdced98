import { describe, expect, it } from "vitest";
import { exceedsRetention, readPeriods, namesRetention } from "./retention";

describe("readPeriods", () => {
  it.each([
    ["Suppression des enregistrements à 90 jours", [[90, 90]]],
    [
      "Trois mois, puis archivage cinq ans",
      [
        [84, 93],
        [1825, 1830],
      ],
    ],
    ["kept for 12 months", [[336, 372]]],
    ["يحذف بعد 30 يوما", [[30, 30]]],
    ["le temps nécessaire", []],
    ["environ 1 900 appels par jour", []],
  ])("%s", (text, expected) =>
    expect(readPeriods(text).map(({ least, most }) => [least, most])).toEqual(expected),
  );
});

describe("saysRetention", () => {
  it.each([
    ["Suppression à 30 jours", true],
    ["Rappel dans les cinq jours ouvrables", false],
    ["Suppression immédiate", false],
    ["Recordings are kept for three months", true],
  ])("%s: %s", (text, expected) => expect(namesRetention(text)).toBe(expected));
});

describe("beyondRetention", () => {
  it.each([
    [["90 jours"], ["Trois mois"], []],
    [["3 mois"], ["90 jours"], []],
    [["six mois"], ["90 jours"], ["six mois"]],
    [["90 jours"], ["30 jours", "Enregistrements : un an"], []],
    [["90 jours"], [], ["90 jours"]],
    [["90 jours"], ["le temps nécessaire"], ["90 jours"]],
    [["le temps nécessaire"], [], []],
  ])("%j under %j leaves %j", (stated, allowed, expected) =>
    expect(exceedsRetention(stated, allowed)).toEqual(expected),
  );
});
