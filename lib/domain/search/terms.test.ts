import { describe, expect, it } from "vitest";
import { foldText, searchTerms } from "./terms";

describe("foldText", () => {
  it.each([
    ["Téléprospection Énergie", "teleprospection energie"],
    ["Cœur d’Artichaut", "coeur d'artichaut"],
    ["أطلس", "اطلس"],
    ["مُسجِّل", "مسجل"],
    ["الصّحّة لدى المؤسّـسة", "الصحه لدي الموسسه"],
    ["Şükrü Łódź", "sukru lodz"],
    ["T-014", "t-014"],
  ])("%s → %s", (text, folded) => expect(foldText(text)).toBe(folded));
});

describe("searchTerms", () => {
  it.each([
    ["  Appels   sortants appels ", ["appels", "sortants"]],
    ["", []],
    [" \n", []],
    ["b c e f g h i j k m", ["b", "c", "e", "f", "g", "h", "i", "j"]],
    ["l’écrit de T-014", ["l ecrit", "t 014"]],
  ])("%j", (question, terms) => expect(searchTerms(question)).toEqual(terms));
});
