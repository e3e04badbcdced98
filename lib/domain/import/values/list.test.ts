import { describe, expect, it } from "vitest";
import { readList } from "./list";

describe("readList", () => {
  it.each([
    ["Saisie ; tri ; envoi", ["Saisie", "tri", "envoi"]],
    ["- Badges\n- Coffre\n\n", ["Badges", "Coffre"]],
    ["1. Saisie\n2) Tri", ["Saisie", "Tri"]],
    ["• Saisie • Tri", ["Saisie", "Tri"]],
    ["Nom, adresse, n° de badge", ["Nom", "adresse", "n° de badge"]],
    ["Nom, adresse ; IBAN", ["Nom, adresse", "IBAN"]],
    ["Nom (usage, naissance), âge", ["Nom (usage, naissance)", "âge"]],
    ["Pauses de 1,5 seconde", ["Pauses de 1,5 seconde"]],
    ["الاسم، العنوان", ["الاسم", "العنوان"]],
    ["oui", ["oui"]],
    ["", []],
  ])("%j", (cell, items) => expect(readList(cell)).toMatchObject({ value: items, leftover: "" }));

  it("does not cut a sentence at its commas", () => {
    const sentence =
      "Les postes sont verrouillés au bout de cinq minutes sans frappe, y compris ceux du plateau de nuit";
    expect(readList(sentence).value).toEqual([sentence]);
  });

  it("leaves the word of an empty list over", () => {
    expect(readList("néant")).toEqual({ value: [], doubts: [], leftover: "néant" });
    expect(readList("Sans contact direct").value).toEqual(["Sans contact direct"]);
  });
});
