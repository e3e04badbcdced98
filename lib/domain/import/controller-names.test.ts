import { describe, expect, it } from "vitest";
import { isNearName, nameKey } from "./controller-names";

describe("nameKey", () => {
  it.each([
    ["Télédanse", "TÉLÉDANSE SA"],
    ["Mutuelle des Trois Ponts", "MUTUELLE DES TROIS PONTS"],
    ["Ateliers Sorbier S.A.S.", "ateliers sorbier sas"],
    ["Maison Olive (e-commerce)", "Maison Olive"],
    ["Janssen Reizen B.V.", "Janssen Reizen"],
    ["L’Écho du Sud", "L'Echo du Sud"],
  ])("%s is %s", (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  it.each([
    ["Banque du Port", "Banque du Parc"],
    ["SA", "SAS"],
    ["Alpha Nord", "Alpha Sud"],
  ])("%s is not %s", (a, b) => expect(nameKey(a)).not.toBe(nameKey(b)));
});

describe("isNearName", () => {
  it.each([
    ["orvelle energie", "orvele energie", true],
    ["banque sauviere", "banque sauvierre", true],
    ["alpha", "alpho", true],
    ["axa", "axo", false],
    ["maison candelier", "maison cordelier", true],
    ["presse du ponant", "presse du levant", false],
  ])("%s and %s: %s", (a, b, near) => expect(isNearName(a, b)).toBe(near));
});
