import { describe, expect, it } from "vitest";
import { readWorkbook } from "./read-workbook";
import { odsParts, odsRow, struckBook, xlsxParts } from "./workbook.fixture";
import { zipOf } from "./zip.fixture";

async function sheetOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.key);
  return read.sheets[0]!;
}

const text = (at: string, cell: string, attributes = "") =>
  `<c r="${at}" t="inlineStr"${attributes}><is>${cell}</is></c>`;
const HEAD = `<row r="1">${text("A1", "<t>Client</t>")}${text("B1", "<t>Pays</t>")}</row>`;

describe("text struck through", { timeout: 60_000 }, () => {
  it("of an XLSX is told with its words, by run and by the format of its cell", async () => {
    const runs = `<r><rPr><strike/></rPr><t>Tunisie</t></r><r><rPr><b/><strike val="0"/></rPr><t xml:space="preserve"> Maroc</t></r>`;
    const rows =
      `<row r="2">${text("A2", "<r><t>Orv</t></r><r><rPr><i/></rPr><t>elle</t></r>")}${text("B2", runs)}</row>` +
      `<row r="3">${text("A3", "<t>Voltiris</t>", ' s="1"')}<c r="B3" s="2"><v>45352</v></c></row>`;
    const sheet = await sheetOf(struckBook(`<sheetData>${HEAD}${rows}</sheetData>`));
    expect(sheet.rows.slice(1)).toEqual([
      ["Orvelle", "Tunisie Maroc"],
      ["Voltiris", "2024-03-01"],
    ]);
    expect(sheet.remarks).toEqual([
      [1, 1, "textStruck", { words: "Tunisie" }],
      [2, 0, "textStruck", { words: "Voltiris" }],
      [2, 1, "textStruck", { words: "2024-03-01" }],
    ]);
  });

  it("of an ODS is told by the styles of cell and words", async () => {
    const style = (name: string, line: string) =>
      `<style:style style:name="${name}" style:family="text"><style:text-properties style:text-line-through-style="${line}"/></style:style>`;
    const cell = (body: string, of = "ce2") =>
      `<table:table-cell table:style-name="${of}" office:value-type="string"><text:p>${body}</text:p></table:table-cell>`;
    const body =
      odsRow(["Client", "Pays"]) +
      `<table:table-row>${cell("Orvelle", "ce1")}${cell('<text:span text:style-name="ce1">Tunisie</text:span> Maroc')}</table:table-row>`;
    const parts = odsParts([{ name: "S", body }]).map((part) => ({
      ...part,
      body: String(part.body).replace(
        "<office:body>",
        `<office:automatic-styles>${style("ce1", "solid")}${style("ce2", "none")}</office:automatic-styles><office:body>`,
      ),
    }));
    const sheet = await sheetOf(zipOf(parts));
    expect(sheet.rows[1]).toEqual(["Orvelle", "Tunisie Maroc"]);
    expect(sheet.remarks).toEqual([
      [1, 0, "textStruck", { words: "Orvelle" }],
      [1, 1, "textStruck", { words: "Tunisie" }],
    ]);
  });

  it("of an ODS is told of days and figures, and of a style of its column or made from another", async () => {
    const parent =
      '<style:style style:name="Barre" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>' +
      '<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="Barre"/>' +
      '<style:style style:name="ce2" style:family="table-cell" style:parent-style-name="Barre"><style:text-properties style:text-line-through-style="none"/></style:style>';
    const day = (style: string) =>
      `<table:table-cell${style} office:value-type="date" office:date-value="2024-03-01"><text:p>01/03/24</text:p></table:table-cell>`;
    const figure = `<table:table-cell table:style-name="ce1" office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell>`;
    const body =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="Barre"/>' +
      odsRow(["Client", "Début", "Fin"]).replaceAll(
        "<table:table-cell ",
        '<table:table-cell table:style-name="ce2" ',
      ) +
      `<table:table-row><table:table-cell table:number-columns-repeated="2"/>${day("")}${day(' table:style-name="ce2"')}${figure}</table:table-row>`;
    const parts = [
      ...odsParts([{ name: "S", body }]),
      { name: "styles.xml", body: `<styles>${parent}</styles>` },
    ];
    const sheet = await sheetOf(zipOf(parts));
    expect(sheet.rows[1]).toEqual(["", "", "2024-03-01", "2024-03-01", "12"]);
    expect(sheet.remarks).toEqual([
      [1, 2, "textStruck", { words: "2024-03-01" }],
      [1, 4, "textStruck", { words: "12" }],
    ]);
  });
});

describe("a formula that was never calculated", { timeout: 60_000 }, () => {
  it("of an XLSX is told, and one that gave an empty text or a value is not", async () => {
    const cells = [
      `<c r="B2"><f>C2</f></c>`,
      `<c r="C2"><f>D2</f><v></v></c>`,
      `<c r="D2" t="str"><f>""</f><v></v></c>`,
      `<c r="E2" t="str"><f>"a"</f><v>Maroc</v></c>`,
      `<c r="F2"><f>1+1</f><v>2</v></c>`,
    ];
    const rows = `<row r="2">${text("A2", "<t>Orvelle</t>")}${cells.join("")}</row><row r="3"><c r="B3"><f>C3</f></c></row>`;
    const sheet = await sheetOf(
      zipOf(xlsxParts([{ name: "S", body: `<sheetData>${HEAD}${rows}</sheetData>` }])),
    );
    expect(sheet.rows).toEqual([
      ["Client", "Pays"],
      ["Orvelle", "", "", "", "Maroc", "2"],
    ]);
    expect(sheet.remarks).toEqual([
      [1, 1, "formulaWithoutValue"],
      [1, 2, "formulaWithoutValue"],
    ]);
  });

  it("of an ODS is told", async () => {
    const formula = `<table:table-row><table:table-cell office:value-type="string"><text:p>Orvelle</text:p></table:table-cell><table:table-cell table:formula="of:=[.C2]"/></table:table-row>`;
    const sheet = await sheetOf(zipOf(odsParts([{ name: "S", body: odsRow(["Client", "Pays"]) + formula }])));
    expect([sheet.rows[1], sheet.remarks]).toEqual([["Orvelle"], [[1, 1, "formulaWithoutValue"]]]);
  });
});
