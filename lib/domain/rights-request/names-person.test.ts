import { describe, expect, it } from "vitest";
import { namesPerson } from "./names-person";

const person = {
  name: "Inès de La Ferrière",
  contact: "ines@example.org",
  identifiers: [{ value: "+33612350041" }],
};

describe("a text names a person", () => {
  it.each([
    ["Mme FERRIERE attend", true],
    ["demande d’Ines", true],
    ["répondre à INES@example.org", true],
    ["rappeler le +33 6 12 35 00 41", true],
    ["Le mois de la personne finit demain", false],
    ["L’instruction de la lettre vaut pour toutes les demandes", false],
  ])("%s: %s", (text, expected) => expect(namesPerson(text, person)).toBe(expected));

  it("of whom nothing is known in no text", () => {
    expect(namesPerson("Mme Ferrière", null)).toBe(false);
    expect(namesPerson("Rien", { name: "", contact: "", identifiers: [] })).toBe(false);
  });
});
