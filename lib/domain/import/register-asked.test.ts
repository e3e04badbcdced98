import { describe, expect, it } from "vitest";
import { guessColumns } from "./columns";
import { isRegisterAsked } from "./register-asked";

function isAsked(header: string[], ...rows: string[][]): boolean {
  const guess = {
    processor: guessColumns(header, rows, "processor"),
    controller: guessColumns(header, rows, "controller"),
  };
  return isRegisterAsked({ header, rows, guess });
}

const OWN = ["Activité", "Finalité", "Base légale", "Durée de conservation"];
const CELLS = ["Paie", "Payer", "Contrat", "5 ans"];

describe("which register a table is", () => {
  it.each([
    ["a column of clients", ["Client", ...OWN], ["Orvelle SA", ...CELLS], false],
    ["a column of roles", ["Rôle", ...OWN], ["Sous-traitant", ...CELLS], false],
    ["a column of roles of the other register", ["Rôle", ...OWN], ["Responsable", ...CELLS], false],
    [
      "controllers beside no field of article 30(1)",
      ["Responsable de traitement", "Activité"],
      ["Orvelle SA", "Chat"],
      false,
    ],
    [
      "operations on behalf of somebody",
      ["Activité", "Opérations", "Finalité"],
      ["Chat", "Appels", "Aide"],
      false,
    ],
    [
      "a role of controller against clients",
      ["Client", "Rôle", ...OWN],
      ["Orvelle SA", "Responsable", ...CELLS],
      true,
    ],
    ["a role that nobody knows and no client", ["Rôle", ...OWN], ["interne", ...CELLS], true],
    ["neither roles nor clients", OWN, CELLS, true],
    ["a column of clients that is blank", ["Client", ...OWN], ["", ...CELLS], true],
    ["one of its fields and nobody named", ["Activité", "Finalité"], ["Paie", "Payer"], true],
    ["a column that may name departments", ["Responsable de traitement", ...OWN], ["RH", ...CELLS], true],
    [
      "neither, in English",
      ["Activity", "Purpose of processing", "Lawful basis"],
      ["Pay", "Paying", "Contract"],
      true,
    ],
    ["neither, in Arabic", ["النشاط", "الغاية من المعالجة", "الأساس القانوني"], ["أ", "ب", "ج"], true],
  ])("%s", (_, header, row, asked) => {
    expect(isAsked(header, row)).toBe(asked);
  });
});
