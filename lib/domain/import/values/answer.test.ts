import { describe, expect, it } from "vitest";
import { readAnswer } from "./answer";
import { readNoAnswer } from "./none";

describe("readAnswer", () => {
  it.each(["O", "oui", "OUI", "Yes", "y", "x", "X", "1", "vrai", "✓", "نعم"])("%s is a yes", (cell) =>
    expect(readAnswer(cell).value).toEqual({ answer: "yes", text: "" }),
  );

  it.each(["N", "non", "NO", "n", "0", "faux", "néant", "Aucune", "لا"])("%s is a no", (cell) =>
    expect(readAnswer(cell).value).toEqual({ answer: "no", text: "" }),
  );

  it.each([
    ["Oui (ordonnances)", "yes", "ordonnances"],
    ["O - ordonnances", "yes", "ordonnances"],
    ["Non, sauf exception", "no", "sauf exception"],
  ])("%s keeps what follows", (cell, answer, text) =>
    expect(readAnswer(cell).value).toEqual({ answer, text }),
  );

  it.each(["", "?", "à vérifier", "n/a"])("« %s » answers nothing", (cell) => {
    expect(readAnswer(cell)).toEqual({
      value: { answer: "unanswered", text: "" },
      doubts: [],
      leftover: cell,
    });
  });

  it("takes no word for an answer because it begins like one", () => {
    for (const cell of ["ordonnances", "Numéro", "Xérès", "nombreux", "Oran"])
      expect(readAnswer(cell)).toMatchObject({
        value: { answer: "unanswered", text: cell },
        doubts: [{ key: "answerNotRead" }],
      });
  });
});

describe("readSilence", () => {
  it.each([
    ["Néant.", "none", ""],
    ["Aucun – tout reste à Lyon", "none", "tout reste à Lyon"],
    ["aucun transfert", "none", "aucun transfert"],
    ["pas d'accès distant", "none", "pas d'accès distant"],
    ["n/a (société belge)", "not-applicable", "société belge"],
    ["Sans objet", "not-applicable", ""],
    ["non applicable", "not-applicable", ""],
    ["à compléter", "hollow", "à compléter"],
    ["non renseigné", "hollow", "non renseigné"],
  ])("%s is %s", (text, kind, rest) => expect(readNoAnswer(text)).toEqual({ kind, rest }));

  it.each(["Nom, prénom", "Nora SARL", "N° de client", "Naples", "Noël", "Sansevieria SA"])(
    "%s says something",
    (text) => expect(readNoAnswer(text)).toBeNull(),
  );
});
