import { describe, expect, it } from "vitest";
import { readSpecial } from "./special";

const read = (cell: string, data = "", activity = "") => {
  const { value, doubts } = readSpecial(cell, { data, activity });
  return [value.answer, value.categories, value.text, doubts.map(({ key }) => key)];
};

describe("readSpecial", () => {
  it.each([
    // Article 9(1) does not list bank details: the question goes back to the person.
    ["O", "Nom, IBAN", "Facturation", "unanswered", [], "O : IBAN", ["bankDetailsNotArticle9"]],
    ["Oui (RIB)", "Nom", "", "unanswered", [], "Oui (RIB)", ["bankDetailsNotArticle9"]],
    [
      "coordonnées bancaires",
      "Nom",
      "",
      "unanswered",
      [],
      "coordonnées bancaires",
      ["bankDetailsNotArticle9"],
    ],
    ["Oui", "Nom, ordonnance", "Rappel", "yes", ["health"], "", ["healthSuggested"]],
    ["Oui", "Nom", "Standard d’un cabinet médical", "yes", ["health"], "", ["healthSuggested"]],
    ["O", "RIB, dossier médical", "", "yes", ["health"], "", ["healthSuggested"]],
    ["données de santé", "Nom", "", "yes", ["health"], "données de santé", ["healthSuggested"]],
    ["Oui", "Nom, appartenance syndicale", "", "yes", [], "", ["specialKindUnsaid"]],
    ["Oui", "Nom", "Standard", "yes", [], "", ["specialKindUnsaid"]],
    ["N", "Nom, téléphone", "", "no", [], "", []],
    ["non", "Nom, handicap", "", "no", [], "", ["noButSpecial"]],
    ["", "Nom, IBAN", "", "unanswered", [], "", []],
  ])("%s beside %s (%s)", (cell, data, activity, ...expected) => {
    expect(read(cell, data, activity)).toEqual(expected);
  });

  it.each([
    ["santé, génétique", ["health", "genetic"]],
    ["health, genetic", ["health", "genetic"]],
    ["الصحة، جينية", ["health", "genetic"]],
    ["Oui : biométrie et opinions politiques", ["political-opinions", "biometric-identification"]],
    ["Oui (syndicat)", ["trade-union-membership"]],
  ])("%s names each kind", (cell, categories) => {
    expect(readSpecial(cell, { data: "", activity: "" }).value).toMatchObject({ answer: "yes", categories });
  });

  it.each(["Oui sauf santé", "Oui, hors génétique", "yes, except health", "نعم باستثناء الصحة"])(
    "%s is asked",
    (cell) => {
      const { value, doubts } = readSpecial(cell, { data: "", activity: "" });
      expect(doubts.map(({ key }) => key)).toContain("wordsUnsettled");
      expect(value.categories).toEqual([]);
    },
  );
});
