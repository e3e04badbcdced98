import { describe, expect, it } from "vitest";
import { readWorkbook } from "./read-workbook";
import { bookOf, odsParts, odsRow, xlsxParts } from "./workbook.fixture";
import { zipOf } from "./zip.fixture";

const ROWS = [["Réf.", "Client", "Début"], ["A-01", "L’Œuvre & fils <SA>", ""], [], ["A-02", "", "dernière"]];
const READ = {
  rows: [ROWS[0], ["A-01", "L’Œuvre & fils <SA>"], ROWS[3]],
  lines: [1, 2, 4],
};

const first = async (bytes: Uint8Array) => {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.key);
  return read.sheets[0]!;
};

describe("readWorkbook", () => {
  it.each(["xlsx", "ods"] as const)("reads the sheets of %s, blank rows left out", async (format) => {
    const bytes = bookOf(format, { Registre: ROWS, "Autre feuille": [["x"]] });
    expect(await readWorkbook(bytes)).toMatchObject({
      ok: true,
      format,
      sheets: [
        { name: "Registre", ...READ },
        { name: "Autre feuille", rows: [["x"]], lines: [1] },
      ],
    });
  });

  it.each(["xlsx", "ods"] as const)("says days as days and numbers as they are, in %s", async (format) => {
    const rows = [[new Date(Date.UTC(2026, 1, 3)), 75001, 1234.5, -7]];
    expect((await first(bookOf(format, { S: rows }))).rows).toEqual([
      ["2026-02-03", "75001", "1234.5", "-7"],
    ]);
  });

  it("says a number as it is shown, where that loses nothing", async () => {
    const styles = (codes: string[]) =>
      `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${codes.length}">${codes
        .map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code}"/>`)
        .join(
          "",
        )}</numFmts><cellXfs>${codes.map((_, at) => `<xf numFmtId="${170 + at}" applyNumberFormat="1"/>`).join("")}</cellXfs></styleSheet>`;
    const cells = [
      ["00000", "1000", "01000"],
      ["00 00 00 00 00", "123456789", "01 23 45 67 89"],
      ["0%", "0.05", "5%"],
      ["#,##0.00", "1234.567", "1234.567"],
      ["mmm yyyy", "45352", "2024-03"],
      ["yyyy", "45352", "2024"],
      ["dd/mm/yyyy hh:mm", "45352.5", "2024-03-01 12:00"],
      ["hh:mm", "0.75", "18:00"],
    ];
    const body = cells
      .map(([, value], at) => `<c r="${"ABCDEFGH"[at]}1" s="${at}"><v>${value}</v></c>`)
      .join("");
    const parts = xlsxParts([{ name: "S", body: `<sheetData><row r="1">${body}</row></sheetData>` }]);
    const rels = parts.find(({ name }) => name === "xl/_rels/workbook.xml.rels")!;
    rels.body = String(rels.body).replace(
      "</Relationships>",
      '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    );
    const types = parts[0]!;
    types.body = String(types.body).replace(
      "</Types>",
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    );
    const sheet = await first(
      zipOf([...parts, { name: "xl/styles.xml", body: styles(cells.map(([code]) => code!)) }]),
    );
    expect(sheet.rows[0]).toEqual(cells.map(([, , shown]) => shown));
  });

  it("takes what a formula gave, and never the formula", async () => {
    const body = `<sheetData><row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x.invalid","ici")</f><v>ici</v></c></row></sheetData>`;
    expect((await first(zipOf(xlsxParts([{ name: "S", body }])))).rows).toEqual([["ici"]]);
  });

  it("reads cells that do not say where they stand", async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const body = `<sheetData><row>${cell("a")}${cell("b")}</row><row>${cell("c")}</row></sheetData>`;
    expect((await first(zipOf(xlsxParts([{ name: "S", body }])))).rows).toEqual([["a", "b"], ["c"]]);
  });

  it("reads repeats, lines of a cell, values without text and notes beside it", async () => {
    const rows = [
      odsRow(["a"], 'table:number-rows-repeated="2"'),
      '<table:table-row><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>un</text:p><text:p/><text:p>deux<text:s text:c="2"/>fois</text:p></table:table-cell></table:table-row>',
      '<table:table-row><table:table-cell office:value-type="float" office:value="5"/><table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>dit</text:p></table:table-cell></table:table-row>',
      '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"></table:table-cell></table:table-row>',
    ].join("");
    expect(await first(zipOf(odsParts([{ name: "S", body: rows }])))).toMatchObject({
      name: "S",
      rows: [["a"], ["a"], ["un\n\ndeux  fois", "un\n\ndeux  fois"], ["5", "dit"]],
      lines: [1, 2, 3, 4],
    });
  });

  it("leaves out controls that no sheet shows", async () => {
    const body = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a_x0000_b_x0007_c</t></is></c></row></sheetData>`;
    expect((await first(zipOf(xlsxParts([{ name: "S", body }])))).rows).toEqual([["abc"]]);
  });
});
