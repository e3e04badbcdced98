import { describe, expect, it } from "vitest";
import { CONCEPTS } from "./concepts";
import { FOUND_GROUPS } from "./found";
import { snippetOf, stands, tierOfName } from "./stands";
import { foldWords, searchTerms } from "./terms";
import { isSlip, nearestWord, readUnits } from "./units";

const unitsOf = (question: string) => readUnits(searchTerms(question));
const has = (question: string, text: string) =>
  unitsOf(question).every((unit) => stands(foldWords(text), unit));

describe("readUnits", () => {
  it.each([
    ["TIA", "Confidentialité des appels", false],
    ["TIA", "Le TIA est signé", true],
    ["CCT", "Clauses contractuelles types 2021/914", true],
    ["SCC", "les clauses types, annexe 2", true],
    ["standard contractual clauses", "CCT signées", true],
    ["analyse d’impact du transfert", "TIA de mars", true],
    ["DPA", "Contrat de sous-traitance", true],
    ["droit à l’oubli", "Effacement sous un mois", true],
    ["erasure", "l’effacement des fichiers", true],
    ["contrats", "Contrat-cadre", true],
    ["العقد", "نص العقود والملاحق", true],
    ["عقد", "والعقد موقع", true],
    ["عقد", "بعقد جديد", true],
    ["التعليمات", "لتعليمات الزبون", true],
    ["التدقيقات", "تدقيق سنوي", true],
    ["chiffrements", "Encryption at rest", true],
    ["sort des données", "Réversibilité", true],
    ["t-014", "T 014", true],
    ["t-014", "T-0141", true],
    ["014", "T-014", true],
    ["14", "T-014", false],
  ])("%s in %s: %s", (question, text, isThere) => expect(has(question, text)).toBe(isThere));

  it("takes the longest run of words that names a concept, and passes over words that link", () => {
    expect(unitsOf("contrat de sous-traitance Orvelle").map(({ typed }) => typed)).toEqual([
      "contrat sous traitance",
      "orvelle",
    ]);
    expect(searchTerms("de la")).toEqual(["de", "la"]);
  });

  it("ends with words of the same meaning that name each other in a circle", () => {
    const circle = [
      { words: ["alpha", "beta"] },
      { words: ["beta", "gamma"] },
      { words: ["gamma", "alpha"] },
    ];
    const [unit] = readUnits(["alpha"], circle);
    expect(unit?.phrases.toSorted()).toEqual(["beta", "gamma"]);
  });

  it("has words that are folded, and groups that exist", () => {
    for (const { words, group } of CONCEPTS) {
      for (const word of words) expect(foldWords(word)).toBe(word);
      if (group) expect(FOUND_GROUPS).toContain(group);
    }
  });
});

it.each([
  ["effacemnt", "effacement"],
  ["cnpd", "cndp"],
  ["orvelle", null],
  ["tia", null],
])("the word of the field nearest to %s is %s", (typed, word) => expect(nearestWord(typed)).toBe(word));

it.each([
  ["orvele", "orvelle", true],
  ["teleprospectoin", "teleprospection", true],
  ["reconduction", "reception", false],
  ["invitation", "information", false],
  ["plainte", "pointe", false],
])("%s may be %s typed wrong: %s", (typed, word, isOne) => expect(isSlip(typed, word)).toBe(isOne));

it.each([
  ["t-014", "T-014 Suivi", 0],
  ["suivi", "T-014 Suivi des commandes", 1],
  ["comm", "T-014 Suivi des commandes", 2],
  ["cct", "T-014 Clauses types", 3],
])("%s in the name %s is of tier %i", (question, name, tier) =>
  expect(tierOfName(name, unitsOf(question))).toBe(tier),
);

it.each([
  ["tia", "Confidentialité, puis le TIA de mars", "Confidentialité, puis le TIA de mars"],
  ["effacement", "Rien", null],
  ["العقد", "نص العقود", "نص العقود"],
])("shows where %s stands in %s", (question, text, shown) =>
  expect(snippetOf(text, unitsOf(question))).toBe(shown),
);
