import { describe, expect, it } from "vitest";
import { CONTRACT_FIELDS, type FieldKind } from "@/lib/domain/contract/contract-fields";
import { readSheetCell } from "./read-sheet-cell";
import type { SheetVocabulary } from "./sheet-fields";

const vocabulary: SheetVocabulary = {
  sheets: new Map(),
  contracts: [],
  clauses: [],
  instructors: [],
  amendments: [],
  choices: new Map([["renewal", new Map([["tacite", "tacit"]])]]),
  answers: new Map(),
  titles: new Map(),
  states: new Map(),
  notAsked: new Set(),
};
const { object, term, instruments } = CONTRACT_FIELDS;

describe("readSheetCell", () => {
  it.each<[FieldKind, string, unknown]>([
    [term.endsOn, "31/12/2026", "2026-12-31"],
    [term.endsOn, "2026-12-31", "2026-12-31"],
    [term.endsOn, "1er mars 2027", "2027-03-01"],
    [term.renewalMonths, " 12 ", 12],
    [term.renewal, "TACITE", "tacit"],
    [object.operations, "Appels\nÉcoute ; rappels\n", ["Appels", "Écoute ; rappels"]],
    [object.operations, "Appels ; écoute", ["Appels", "écoute"]],
    [object.countries, "Maroc, FR\nMorocco", ["MA", "FR"]],
    [object.retention, " 3 ans ", "3 ans"],
    [instruments.dpa, "Oui", true],
    [instruments.dpa, "non", false],
    [instruments.scc914Law, "France", "FR"],
  ])("reads %j of %j", (kind, cell, value) =>
    expect(readSheetCell(kind, cell, vocabulary)).toEqual({ ok: true, value }),
  );

  it.each<[FieldKind, string, string]>([
    [term.endsOn, "2027", "day"],
    [term.endsOn, "30/02/2027", "day"],
    [term.noticeCount, "3 mois", "count"],
    [term.noticeCount, "-3", "count"],
    [term.renewal, "sans doute", "choice"],
    [object.countries, "Maroc, Atlantide", "country"],
    [object.countries, "Casablanca", "country"],
    [instruments.dpa, "peut-être", "answer"],
  ])("guesses nothing: %j of %j", (kind, cell, key) =>
    expect(readSheetCell(kind, cell, vocabulary)).toEqual({ ok: false, key }),
  );
});
