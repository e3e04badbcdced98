import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameKey } from "./company-names";
import { findNearNames, isNearName } from "./near-names";

describe("nameKey", () => {
  it.each([
    ["Télédanse", "TÉLÉDANSE SA"],
    ["Mutuelle des Trois Ponts", "MUTUELLE DES TROIS PONTS"],
    ["Ateliers Sorbier S.A.S.", "ateliers sorbier sas"],
    ["Maison Olive (e-commerce)", "Maison Olive"],
    ["Janssen Reizen B.V.", "Janssen Reizen"],
    ["L’Écho du Sud", "L'Echo du Sud"],
    ["SA Voltiris", "Voltiris S.A."],
    ["Sté Voltiris", "Société Voltiris"],
    ["Voltiris SARL AU", "Voltiris"],
    ["Voltiris BVBA", "Voltiris SPRL"],
    ["Weil & Roth", "Weil et Roth"],
    ["Weil&Roth", "Weil and Roth Ltd"],
    ["Weil & Cie", "Weil"],
    ["Voltiris (Belgique)", "Voltiris Belgique"],
    ["مجمـــوعة الأطلس", "مجموعة الاطلس"],
    ["شركة الأطلس", "الأطلس ش.م.م"],
  ])("%s is %s", (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  it.each([
    ["Banque du Port", "Banque du Parc"],
    ["SA", "SAS"],
    ["Alpha Nord", "Alpha Sud"],
    ["Voltiris (Belgique)", "Voltiris (France)"],
    ["Voltiris (France)", "Voltiris"],
    ["AG Insurance", "Insurance"],
    ["Weil & Roth", "Weil Roth"],
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

describe("findNearNames", () => {
  const keyed = (names: string[]) => names.map((name) => ({ key: name, nameKey: name }));

  it("finds what comparing every two names finds", () => {
    const letter = fc.constantFrom("a", "b", "c");
    const word = fc.string({ unit: letter, minLength: 3, maxLength: 14 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 12 }), (names) => {
        const found = findNearNames(keyed(names), keyed(names));
        for (const name of names)
          expect(new Set(found.get(name))).toEqual(new Set(names.filter((other) => isNearName(name, other))));
      }),
    );
  });

  it("compares in proportion to the names, however alike they are", () => {
    const comparisons = (size: number) => {
      let steps = 0;
      const long = "a".repeat(50);
      const names = keyed(
        Array.from({ length: size }, (_, at) => `${long} ${String(at).padStart(6, "0")} ${long}`),
      );
      findNearNames(names, names, () => (steps += 1));
      return steps / size;
    };
    expect(comparisons(4_000)).toBeLessThanOrEqual(Math.max(500, comparisons(1_000) * 1.5));
  });
});
