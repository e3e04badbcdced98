import { describe, expect, it } from "vitest";
import { readWorkbook } from "./read-workbook";
import { markedBook, odsParts, odsRow, struckBook, xlsxParts } from "./workbook.fixture";
import { zipOf } from "./zip.fixture";

async function sheetOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.key);
  return read.sheets[0]!;
}

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, text: string, attributes = "") =>
  `<row r="${number}"${attributes}>${cell(`A${number}`, text)}</row>`;
const HIDDEN = ' hidden="1"';
const ROWS = `<sheetData>${row(1, "Client")}${row(2, "Orvelle")}${row(3, "Voltiris", HIDDEN)}${row(5, "Miradour", HIDDEN)}<row r="6" hidden="1"/></sheetData>`;
const FILTER = '<filterColumn colId="0"><filters><filter val="Orvelle"/></filters></filterColumn>';

describe("hidden rows", { timeout: 60_000 }, () => {
  it.each([
    ["without a filter are hidden by hand", ROWS, ["rowHidden", "rowHidden"]],
    [
      "under a filter that leaves nothing out are hidden by hand",
      `${ROWS}<autoFilter ref="A1:A5"/>`,
      ["rowHidden", "rowHidden"],
    ],
    [
      "are filtered out within the range of a filter alone",
      `${ROWS}<autoFilter ref="A1:A4">${FILTER}</autoFilter>`,
      ["rowFiltered", "rowHidden"],
    ],
    [
      "are filtered out by criteria that stand elsewhere",
      `<sheetPr filterMode="1"/>${ROWS}`,
      ["rowFiltered", "rowFiltered"],
    ],
  ])("%s", async (_, body, keys) => {
    const sheet = await sheetOf(zipOf(xlsxParts([{ name: "S", body }])));
    expect(sheet.remarks).toEqual(keys.map((key, at) => [2 + at, 0, key]));
    const count = (key: string) => keys.filter((one) => one === key).length;
    expect(sheet.hidden).toMatchObject({ rows: count("rowHidden"), filtered: count("rowFiltered") });
  });

  it("are filtered out by the filter of a table of the sheet", async () => {
    const parts = [
      ...xlsxParts([{ name: "S", body: ROWS }]),
      {
        name: "xl/worksheets/_rels/sheet1.xml.rels",
        body: '<Relationships><Relationship Id="rId1" Target="../tables/table1.xml"/></Relationships>',
      },
      {
        name: "xl/tables/table1.xml",
        body: `<table ref="A1:A5"><autoFilter ref="A1:A5">${FILTER}</autoFilter></table>`,
      },
    ];
    expect((await sheetOf(zipOf(parts))).hidden).toMatchObject({ rows: 0, filtered: 2 });
  });

  it("of an ODS say which of the two they are, and blank ones are not counted", async () => {
    const body =
      odsRow(["Client", "Pays"]) +
      odsRow(["Orvelle", "Maroc"], 'table:visibility="filter"') +
      odsRow(["Voltiris", "Tunisie"], 'table:visibility="collapse"') +
      '<table:table-row table:number-rows-repeated="1048573" table:visibility="collapse"><table:table-cell/></table:table-row>';
    const sheet = await sheetOf(zipOf(odsParts([{ name: "S", body }])));
    expect(sheet.remarks).toEqual([
      [1, 0, "rowFiltered"],
      [2, 0, "rowHidden"],
    ]);
    expect(sheet.hidden).toMatchObject({ rows: 1, filtered: 1, columns: 0 });
  });
});

describe("hidden columns", { timeout: 60_000 }, () => {
  it("are counted where they hold something", async () => {
    const rows = [
      ["Client", "Pays", "", "Notes"],
      ["Orvelle", "Maroc", "", "a"],
    ];
    const sheet = await sheetOf(markedBook(rows, { hiddenColumns: [1, 2, 3] }));
    expect(sheet.hidden).toMatchObject({ columns: 2 });
  });
});

describe("conditions that strike or grey", { timeout: 60_000 }, () => {
  const rule = (format: number) =>
    `<conditionalFormatting sqref="A1:A9"><cfRule type="expression" dxfId="${format}" priority="1"><formula>$A1="x"</formula></cfRule></conditionalFormatting>`;
  const formats =
    '<dxfs count="4"><dxf><font><strike/></font></dxf><dxf><font><color rgb="FFA6A6A6"/></font></dxf>' +
    '<dxf><font><color rgb="FFFF0000"/></font></dxf><dxf><font><color theme="0" tint="-0.35"/></font></dxf></dxfs>';

  it("of an XLSX are counted, and a red one is not", async () => {
    const book = struckBook(`${ROWS}${[0, 1, 2, 3].map(rule).join("")}`, formats);
    expect((await sheetOf(book)).hidden).toMatchObject({ conditions: 3 });
  });

  it("of an ODS are counted by the styles that they apply", async () => {
    const style = (name: string, text: string) =>
      `<style:style style:name="${name}" style:family="table-cell"><style:text-properties ${text}/></style:style>`;
    const styles = `${style("Barre", 'style:text-line-through-style="solid"')}${style("Gris", 'fo:color="#999999"')}${style("Rouge", 'fo:color="#ff0000"')}`;
    const conditions = ["Barre", "Gris", "Rouge"]
      .map((name) => `<calcext:condition calcext:apply-style-name="${name}" calcext:value="=1"/>`)
      .join("");
    const body = `${odsRow(["Client"])}<calcext:conditional-formats><calcext:conditional-format>${conditions}</calcext:conditional-format></calcext:conditional-formats>`;
    const parts = [
      ...odsParts([{ name: "S", body }]),
      { name: "styles.xml", body: `<styles>${styles}</styles>` },
    ];
    expect((await sheetOf(zipOf(parts))).hidden).toMatchObject({ conditions: 2 });
  });
});
