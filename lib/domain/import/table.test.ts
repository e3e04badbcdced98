import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLayout, NO_HEADER } from "./layout";
import { joinTables, tableRows, type TablePart } from "./table";

const HEAD = ["Réf.", "Activité", "Opérations"];

function partOf(name: string, rows: string[][], headerRow: number | null = null): TablePart {
  const sheet = { name, rows, lines: rows.map((_, at) => at + 1) };
  const layout = findLayout(rows, undefined, headerRow)!;
  return { name, header: rows[layout.headerRow] ?? [], rows: tableRows(sheet, layout) };
}

const clientsOf = (parts: TablePart[]) => {
  const { rows, guess } = joinTables(parts);
  const column = guess.find(({ target }) => target === "controllerName")?.column ?? -1;
  return rows.map(({ cells }) => [cells[0], cells[column]]);
};

describe("a table that names its client elsewhere", () => {
  it("takes it from the band above the rows", () => {
    const rows = [
      HEAD,
      ["Voltiris SA"],
      ["R-1", "Chat", "Réponse"],
      ["R-2", "Voix", "Appel"],
      ["Orvelle"],
      ["R-3", "Voix", "Appel"],
    ];
    const part = partOf("Registre", rows);
    expect(clientsOf([part])).toEqual([
      ["R-1", "Voltiris SA"],
      ["R-2", "Voltiris SA"],
      ["R-3", "Orvelle"],
    ]);
    expect(joinTables([part])).toMatchObject({ bands: 2, guess: { 3: { source: "band" } } });
  });

  it("fills blank names from the band, and leaves those that are written", () => {
    const rows = [
      ["Client", ...HEAD],
      ["Voltiris SA"],
      ["", "R-1", "Chat", "x"],
      ["Orvelle", "R-2", "Voix", "y"],
      ["", "R-3", "Voix", "z"],
    ];
    const { rows: read } = joinTables([partOf("Registre", rows)]);
    expect(read.map(({ cells }) => cells[0])).toEqual(["Voltiris SA", "Orvelle", ""]);
  });

  it("takes a line with one cell for a row where no row follows it", () => {
    const rows = [["Client", ...HEAD], ["Orvelle", "R-2", "Voix", "y"], ["Fin du registre"]];
    expect(joinTables([partOf("Registre", rows)])).toMatchObject({ bands: 0, rows: { length: 2 } });
  });

  it("takes it from the sheet, unless its name names nobody", () => {
    const rows = [HEAD, ["R-1", "Chat", "Réponse"]];
    expect(clientsOf([partOf("Voltiris SA", rows)])).toEqual([["R-1", "Voltiris SA"]]);
    for (const name of ["Feuil1", "Sheet 2", "Registre RGPD 2024", "", "ورقة1"])
      expect(clientsOf([partOf(name, rows)])).toEqual([["R-1", undefined]]);
  });
});

describe("tables of several sheets", () => {
  it("stand column under column of the same head", () => {
    const one = partOf("Voltiris", [HEAD, ["R-1", "Chat", "Réponse"]]);
    const two = partOf("Orvelle", [
      ["Activité", "Réf.", "Canal"],
      ["Voix", "R-2", "téléphone"],
    ]);
    const { header, rows } = joinTables([one, two]);
    expect(header.slice(0, 4)).toEqual([...HEAD, "Canal"]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["R-1", "Chat", "Réponse", "", "Voltiris"],
      ["R-2", "Voix", "", "téléphone", "Orvelle"],
    ]);
  });

  it("lose no cell", () => {
    const head = fc.constantFrom("Réf.", "Client", "Activité", "Canal", "Note", "");
    const sheet = fc.uniqueArray(head, { minLength: 2, maxLength: 5 }).chain((heads) =>
      fc.tuple(
        fc.constant(heads),
        fc.array(fc.array(fc.constantFrom("a", "b", "c", ""), { minLength: 2, maxLength: 6 }), {
          maxLength: 4,
        }),
      ),
    );
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), (sheets) => {
        const parts = sheets.map(([heads, rows], at) => partOf(`Client ${at} SA`, [heads, ...rows], 0));
        const letters = (rows: readonly { cells: readonly string[] }[]) =>
          rows
            .flatMap(({ cells }) => cells.flatMap((cell) => cell.split("\n")))
            .filter((cell) => /^[abc]$/.test(cell))
            .sort();
        const before = letters(parts.flatMap(({ rows }) => rows));
        const { rows, bands } = joinTables(parts);
        if (bands === 0) expect(letters(rows)).toEqual(before);
      }),
    );
  });
});

describe("a table without a head", () => {
  it("loses no row", () => {
    const rows = [
      ["R-1", "Voltiris", "Chat"],
      ["R-2", "Orvelle", "Voix"],
    ];
    const part = partOf("Registre", rows, NO_HEADER);
    expect(joinTables([part])).toMatchObject({ rows: { length: 2 }, guess: { length: 3 } });
  });
});
