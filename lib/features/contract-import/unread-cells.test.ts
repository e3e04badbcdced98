import { expect, it } from "vitest";
import { readContractSheets } from "@/lib/domain/contract-import/read-sheets";
import type { GridSheet } from "@/lib/domain/contract-import/sheet-table";
import { contractVocabulary } from "@/lib/features/contract-import/read/vocabulary";

const vocabulary = await contractVocabulary();
const HEAD = ["Référence", "Client", "Intitulé", "Signé le", "Sous-traitants ultérieurs", "Pays"];
const PLAIN = ["C-1", "Orvelle SA", "Contrat-cadre", "01/03/2024", "Ferrix", "Maroc"];

function read(cells: readonly string[], marks: Partial<GridSheet> = {}) {
  const sheet = { name: "Contrats", rows: [HEAD, [...cells]], lines: [1, 2], ...marks };
  const found = readContractSheets([sheet], {
    known: [],
    vocabulary,
    chosen: ["reference", "controller", "title", "signedOn", "object.subProcessors", "object.countries"],
    today: "2026-12-01",
    matrix: new Map(),
    isChosenName: () => false,
  })!;
  const { issues = [], asides = [], content } = found.lines[0]!;
  const keys = [...issues, ...asides].map(({ key }) => key);
  return { keys, object: content.deed.object, line: found.lines[0]! };
}

it("reads a plain row whole", () => {
  const { keys, object } = read(PLAIN);
  expect(keys).toEqual([]);
  expect(object).toMatchObject({ subProcessors: ["Ferrix"], countries: ["MA"] });
});

const COLUMNS = HEAD.map((head, at) => ({ head, at })).slice(1);
const SAID = ["idem", "- id -", "voir ci-dessus", "#REF!", "#N/A", "Err:502", "نفسه"];

it.each(COLUMNS.flatMap(({ head, at }) => SAID.map((cell) => ({ head, at, cell }))))(
  "$cell under $head is refused or left aside, and never a value",
  ({ at, cell }) => {
    const { keys, line } = read(PLAIN.with(at, cell));
    expect(keys).toHaveLength(1);
    expect(JSON.stringify([line.title, line.controller, line.signedOn, line.content])).not.toContain(cell);
  },
);

it.each([
  [3, "à signer"],
  [3, "en cours"],
  [4, "pas OVH"],
  [4, "Aucun sauf OVH"],
  [4, "Ferrix (prévu)"],
  [4, "hors Ferrix"],
  [5, "pas le Maroc"],
  [5, "France (sauf support Maroc)"],
  [5, "Tunisie jusqu’en 2023"],
])("column %i: %s is refused", (at, cell) => {
  expect(read(PLAIN.with(at, cell)).line.issues).toHaveLength(1);
});

it("refuses words struck through, and tells comments, hidden rows and formulas without a result", () => {
  const remarks: GridSheet["remarks"] = [
    [1, 5, "textStruck", { words: "Maroc" }],
    [1, 0, "rowFiltered"],
    [1, 2, "formulaWithoutValue"],
  ];
  const { line } = read(PLAIN, { remarks, notes: [[1, 4, "arrêté depuis janvier"]] });
  expect(line.issues).toMatchObject([{ key: "struck", cell: "Maroc", head: "Pays" }]);
  expect(line.asides).toMatchObject([
    { key: "rowFiltered", line: 2 },
    { key: "formulaWithoutValue", line: 2 },
    { key: "comment", cell: "arrêté depuis janvier", head: "Sous-traitants ultérieurs" },
  ]);
});
