import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "./read-workbook";
import { odsParts, odsRow } from "./workbook.fixture";
import { zipOf } from "./zip.fixture";

async function xlsxOf(write: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  write(book.addWorksheet("Clients"));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function sheetOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.key);
  return read.sheets[0]!;
}

describe("what stands around the cells", { timeout: 60_000 }, () => {
  it("says which cells are merged, and those alone that say something", async () => {
    const sheet = await sheetOf(
      await xlsxOf((it) => {
        it.addRows([
          ["Registre"],
          ["Client", "Activité", "Pays", "Garanties"],
          ["Voltiris", "Télévente", "Néant"],
          ["", "Chat", "Maroc", "CCT"],
          ["Orvelle"],
        ]);
        for (const merge of ["A1:D1", "A3:A4", "C3:D3", "A5:D5"]) it.mergeCells(merge);
      }),
    );
    expect(sheet.rows).toEqual([
      ["Registre"],
      ["Client", "Activité", "Pays", "Garanties"],
      ["Voltiris", "Télévente", "Néant"],
      ["", "Chat", "Maroc", "CCT"],
      ["Orvelle"],
    ]);
    expect([...sheet.merges!].sort()).toEqual([
      [0, 0, 0, 3],
      [2, 0, 3, 0],
      [2, 2, 2, 3],
      [4, 0, 4, 3],
    ]);
  });

  it("keeps comments, and counts what is hidden", async () => {
    const sheet = await sheetOf(
      await xlsxOf((it) => {
        it.addRows([
          ["Client", "Activité"],
          ["Voltiris", "Télévente"],
        ]);
        it.getCell("B2").note = "Voir l’avenant";
        it.getRow(2).hidden = true;
        it.getColumn(1).hidden = true;
      }),
    );
    expect(sheet).toMatchObject({ notes: [[1, 1, "Voir l’avenant"]], hidden: { rows: 1, columns: 1 } });
  });

  it("does so in an ODS", async () => {
    const merged =
      `<table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string">` +
      `<office:annotation><text:p>Voir l’avenant</text:p></office:annotation><text:p>Voltiris</text:p></table:table-cell>` +
      `<table:table-cell office:value-type="string"><text:p>Télévente</text:p></table:table-cell></table:table-row>` +
      `<table:table-row table:visibility="filter"><table:covered-table-cell/>` +
      `<table:table-cell office:value-type="string"><text:p>Chat</text:p></table:table-cell></table:table-row>`;
    const sheet = await sheetOf(
      zipOf(odsParts([{ name: "S", body: odsRow(["Client", "Activité"]) + merged }])),
    );
    expect(sheet.rows).toEqual([
      ["Client", "Activité"],
      ["Voltiris", "Télévente"],
      ["", "Chat"],
    ]);
    expect(sheet.merges).toEqual([[1, 0, 2, 0]]);
    expect(sheet).toMatchObject({ notes: [[1, 0, "Voir l’avenant"]], hidden: { rows: 1, columns: 0 } });
  });

  it("counts days from 1904 where the workbook does", async () => {
    const book = new ExcelJS.Workbook();
    book.properties.date1904 = true;
    const row = book.addWorksheet("S").addRow([new Date("2024-03-01T00:00:00Z")]);
    row.getCell(1).numFmt = "dd/mm/yyyy";
    const sheet = await sheetOf(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(sheet.rows).toEqual([["2024-03-01"]]);
  });

  it("refuses merges that fill more than a workbook may hold", async () => {
    const bytes = await xlsxOf((it) => {
      for (let row = 1; row <= 60; row += 1) it.getCell(`T${row}`).value = "x";
      it.getCell("A1").value = "y";
      it.mergeCells("A1:S60");
    });
    const limits = { bytes: 1e7, rows: 100, columns: 200, cell: 100 };
    const { WORKBOOK_LIMITS } = await import("./workbook-limits");
    expect(await readWorkbook(bytes, { ...limits, ...WORKBOOK_LIMITS, cells: 500 })).toMatchObject({
      key: "tooManyCells",
    });
  });

  it("leaves out what nobody sees, and says where", async () => {
    const sheet = await sheetOf(
      await xlsxOf((it) =>
        it.addRows([
          ["Client", "Activité"],
          ["Vol\u202etiris 📞", "Télé\u2066vente"],
        ]),
      ),
    );
    expect(sheet.rows[1]).toEqual(["Voltiris 📞", "Télévente"]);
    expect(sheet.remarks).toEqual([
      [1, 0, "charactersRemoved"],
      [1, 1, "charactersRemoved"],
    ]);
  });
});
