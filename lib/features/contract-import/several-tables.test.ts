import { describe, expect, it } from "vitest";
import { readContractSheets } from "@/lib/domain/contract-import/read-sheets";
import type { GridSheet } from "@/lib/domain/contract-import/sheet-table";
import { contractVocabulary } from "@/lib/features/contract-import/read/vocabulary";

const vocabulary = await contractVocabulary();
const HEAD = ["Référence", "Client", "Intitulé", "Signé le"];

function read(rows: string[][], marks: Partial<GridSheet> = {}) {
  const sheet = { name: "Contrats", rows, lines: rows.map((_, at) => at + 1), ...marks };
  const known = { known: [], vocabulary, chosen: [], today: "2026-12-01", matrix: new Map() };
  return readContractSheets([sheet], { ...known, isChosenName: () => false })!;
}

const shown = (rows: string[][], marks?: Partial<GridSheet>) =>
  read(rows, marks).lines.map(({ reference, controller, title, signedOn }) => [
    reference,
    controller,
    title,
    signedOn,
  ]);

const FIRST = ["C-1", "Orvelle SA", "Contrat-cadre", "2024-03-01"];
const SECOND = ["C-2", "Voltiris SAS", "Télévente", "2025-03-02"];

describe("a table of contracts", () => {
  it("fills a client's merged cell down its contracts", () => {
    const rows = [
      HEAD,
      ["C-1", "Orvelle SA", "Contrat-cadre", "01/03/2024"],
      ["C-2", "", "Télévente", "02/03/2025"],
    ];
    expect(shown(rows, { merges: [[1, 1, 2, 1]] })).toEqual([FIRST, SECOND.with(1, "Orvelle SA")]);
  });

  it("asks of a merged cell that is struck through in each of its contracts", () => {
    const rows = [HEAD, ["C-1", "Orvelle SA", "A", "01/03/2024"], ["C-2", "", "B", "02/03/2025"]];
    const remarks: GridSheet["remarks"] = [[1, 1, "textStruck", { words: "Orvelle SA" }]];
    const { lines } = read(rows, { merges: [[1, 1, 2, 1]], remarks });
    expect(lines.map(({ issues }) => issues?.map(({ key }) => key))).toEqual([["struck"], ["struck"]]);
  });

  it("reads each column of a second table under its own head", () => {
    const rows = [
      HEAD,
      ["C-1", "Orvelle SA", "Contrat-cadre", "01/03/2024"],
      [],
      ["Signé le", "Référence", "Titre", "Client", "Pays"],
      ["02/03/2025", "C-2", "Télévente", "Voltiris SAS", "Maroc"],
    ];
    expect(shown(rows)).toEqual([FIRST, SECOND]);
    expect(read(rows).lines[1]?.content.deed.object?.countries).toEqual(["MA"]);
  });

  it("keeps comments and struck words with the cells of a second table", () => {
    const rows = [
      HEAD,
      [...FIRST],
      ["Client", "Référence", "Intitulé", "Signé le"],
      ["Voltiris SAS", "C-2", "B", "02/03/2025"],
    ];
    const remarks: GridSheet["remarks"] = [[3, 0, "textStruck", { words: "Voltiris SAS" }]];
    const [, second] = read(rows, { remarks, notes: [[3, 2, "résilié"]] }).lines;
    expect(second?.issues).toMatchObject([{ key: "struck", head: "Client", line: 4 }]);
    expect(second?.asides).toMatchObject([{ key: "comment", head: "Intitulé", cell: "résilié" }]);
  });

  it("takes the client from the lines over its table, each table its own", () => {
    const head = ["Référence", "Intitulé", "Signé le"];
    const rows = [
      ["Client : Orvelle SA"],
      head,
      ["C-1", "Contrat-cadre", "01/03/2024"],
      ["Client : Voltiris SAS"],
      head,
      ["C-2", "Télévente", "02/03/2025"],
    ];
    expect(shown(rows)).toEqual([FIRST, SECOND]);
  });

  it("takes totals, subtotals and signatures for no contract", () => {
    const rows = [
      HEAD,
      ["C-1", "Orvelle SA", "Contrat-cadre", "01/03/2024"],
      ["Sous-total", "1"],
      ["C-2", "Voltiris SAS", "Télévente", "02/03/2025"],
      ["Total", "2"],
      ["Fait à Casablanca, le 1er décembre 2026"],
    ];
    expect(shown(rows)).toEqual([FIRST, SECOND]);
    expect(read(rows).aside).toEqual({ title: 0, total: 2, unticked: 0, foot: 1, filled: 0 });
  });

  it("tells titles and filled cells, and counts no line of an earlier table for one", () => {
    const rows = [
      ["Contrats de sous-traitance"],
      HEAD,
      ["C-1", "Orvelle SA", "A", "01/03/2024"],
      ["C-2", "", "B", "02/03/2025"],
      [...HEAD, "Pays"],
      ["C-3", "Voltiris SAS", "C", "02/03/2025", "Maroc"],
    ];
    const { aside, lines } = read(rows, { merges: [[2, 1, 3, 1]] });
    expect(lines.map(({ reference }) => reference)).toEqual(["C-1", "C-2", "C-3"]);
    expect(aside).toEqual({ title: 1, total: 0, unticked: 0, foot: 0, filled: 1 });
  });
});
