import { describe, expect, it } from "vitest";
import { readClauseAnswer } from "./clause-answer-words";
import { readClauseHead, readClauseName, type ClauseNames } from "./clause-heads";

const names: ClauseNames = {
  titles: new Map([
    ["objet", "K01"],
    ["duree", "K02"],
    ["mesures de securite", "K12"],
    ["security measures", "K12"],
    ["تدابير سلامة", "K12"],
    ["audits et inspections", "K22"],
    ["contrat ou acte qui lie", "K08"],
  ]),
  fields: new Set(["objet"]),
};

describe("readClauseHead", () => {
  it.each([
    ["K09", ["K09"], "answer"],
    ["k 9", ["K09"], "answer"],
    ["K12 – emplacement", ["K12"], "place"],
    ["Où dans le document (K12)", ["K12"], "place"],
    ["K20 commentaire", ["K20"], "note"],
    ["K09 art. 28(3)(a)", ["K09"], "answer"],
    ["Durée", ["K02"], "answer"],
    ["Clause : objet", ["K01"], "answer"],
    ["Contrat ou acte qui lie", ["K08"], "answer"],
    ["Clause : contrat ou acte qui lie", ["K08"], "answer"],
    ["Contrat ou acte qui lie : où", ["K08"], "place"],
    ["Security measures: where", ["K12"], "place"],
    ["تدابير السلامة", ["K12"], "answer"],
    ["تدابير السلامة: ملاحظة", ["K12"], "note"],
    ["art. 28(3)(g)", ["K20"], "answer"],
    ["Article 28.3.b", ["K11"], "answer"],
    ["المادة 28(3)(e)", ["K16"], "answer"],
    ["Art. 28(3)(f), 33", ["K18"], "answer"],
    ["Art. 28(3)(h)", ["K21", "K22"], "answer"],
    ["Art. 28(3)(a)", ["K09", "K10"], "answer"],
  ] as const)("reads %s", (head, ids, part) => expect(readClauseHead(head, names)).toEqual({ ids, part }));

  it.each([
    "Objet",
    "Client",
    "K27",
    "K09 et K10",
    "Clauses types 2021/915 (art. 28(7))",
    "29",
    "Kilo 12",
    "Art. 5",
  ])("guesses nothing of %s", (head) => expect(readClauseHead(head, names)).toBeNull());

  it("takes for a clause in a cell only what names one", () => {
    const ids = ["K05", "objet", "Contrat ou acte qui lie", "art. 28(3)(h)", "K05 note", "autre"].map(
      (cell) => readClauseName(cell, names.titles),
    );
    expect(ids).toEqual(["K05", "K01", "K08", null, null, null]);
  });
});

describe("readClauseAnswer", () => {
  it.each([
    ["Présent", "present"],
    ["OUI", "present"],
    ["✓", "present"],
    ["conforme", "present"],
    ["compliant", "present"],
    ["موجود", "present"],
    ["نعم", "present"],
    ["Partiel", "insufficient"],
    ["insufficient", "insufficient"],
    ["جزئي", "insufficient"],
    ["Non", "absent"],
    ["non conforme", "absent"],
    ["missing", "absent"],
    ["غير موجود", "absent"],
    ["لا", "absent"],
    ["Non lu", "unread"],
    ["not read", "unread"],
    ["لم يقرأ بعد", "unread"],
    ["n/a", "not-applicable"],
    ["Relu", "unread"],
    ["oui, art. 5", null],
    ["peut-être", null],
    ["", null],
  ] as const)("reads %s as %s", (cell, answer) =>
    expect(readClauseAnswer(cell, new Map([["relu", "unread"]]))).toBe(answer),
  );
});
