import { itemAt } from "@/lib/domain/invariant/required";
import { escapeXml, sheetName, type CellValue, type WorkBook, type WorkSheet } from "./workbook";
import { writeZip } from "./zip-writer";

/**
 * An XLSX in pieces, as they are made: rows are written and forgotten. Every text cell is typed as text and formatted
 * as text, so that nothing a client's register holds is ever run as a formula, nor becomes one when it is edited.
 */
export function writeXlsx({ isRightToLeft, createdAt, sheets }: WorkBook): AsyncGenerator<Uint8Array> {
  const names = sheets.map(({ name }) => sheetName(name));
  return writeZip(
    [
      { path: "[Content_Types].xml", text: contentTypes(names) },
      { path: "_rels/.rels", text: ROOT_RELATIONS },
      { path: "docProps/core.xml", text: coreProperties(createdAt) },
      { path: "xl/workbook.xml", text: workbook(names, sheets) },
      { path: "xl/_rels/workbook.xml.rels", text: relations(names) },
      { path: "xl/styles.xml", text: STYLES },
      ...sheets.map((sheet, at) => ({
        path: `xl/worksheets/sheet${at + 1}.xml`,
        text: writeSheet(sheet, isRightToLeft),
      })),
    ],
    createdAt,
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

async function* writeSheet({ columns, rows }: WorkSheet, isRightToLeft: boolean): AsyncGenerator<string> {
  const letters = columns.map((_, at) => letterOf(at));
  const last = letters.at(-1) ?? "A";
  yield (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView ` +
    `workbookViewId="0"${isRightToLeft ? ' rightToLeft="1"' : ""}><pane ySplit="1" topLeftCell="A2" ` +
    `activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(column).join("")}</cols>` +
    `<sheetData>${row(
      1,
      columns.map(({ head }, at) => textCell(`${letters[at]}1`, head, STYLE.head)),
    )}`
  );
  let number = 1;
  for await (const values of rows) {
    number += 1;
    yield row(
      number,
      values.map((value, at) => cell(`${letters[at]}${number}`, value)),
    );
  }
  yield (
    `</sheetData><autoFilter ref="A1:${last}${number}"/><pageSetup paperSize="9" orientation="landscape" ` +
    `fitToHeight="0"/></worksheet>`
  );
}

function column({ width }: { width: number }, at: number): string {
  return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
}

function row(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join("")}</row>`;
}

/** Omits empty cells: an empty text would cut off the neighbour's overflow. */
function cell(at: string, value: CellValue): string {
  if (value === "") return "";
  if (typeof value === "string") return textCell(at, value, STYLE.text);
  if (typeof value === "number") return `<c r="${at}" s="${STYLE.number}"><v>${value}</v></c>`;
  return `<c r="${at}" s="${STYLE.day}"><v>${serialOf(value)}</v></c>`;
}

function textCell(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`;
}

/** "_x0041_" is a letter to a reader of the format, unless its line is escaped itself. */
function escapeCell(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")).replaceAll("\r", "_x000D_");
}

/** Days since 30 December 1899, as the format counts from March 1900 on. */
function serialOf(day: Date): number {
  return Math.round((day.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** 0 → "A", 26 → "AA". */
function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : letterOf(Math.floor(at / 26) - 1) + letter;
}

const STYLE = { head: 1, text: 2, day: 3, number: 4 };
const TOP = '<alignment vertical="top"/>';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
  `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
  `<fill><patternFill patternType="solid"><fgColor rgb="FFF3F1EC"/></patternFill></fill></fills>` +
  `<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF2B2733"/></bottom></border></borders>` +
  `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/>` +
  `<xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"/>` +
  `<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1">${WRAPPED}</xf>` +
  `<xf numFmtId="164" applyNumberFormat="1" applyAlignment="1">${TOP}</xf>` +
  `<xf applyAlignment="1">${TOP}</xf></cellXfs></styleSheet>`;

const ROOT_RELATIONS =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" ` +
  `Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" ` +
  `Target="docProps/core.xml"/></Relationships>`;

function contentTypes(names: readonly string[]): string {
  const sheets = names.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    `ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ` +
    `ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ` +
    `ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets.join("")}</Types>`
  );
}

function workbook(names: readonly string[], sheets: readonly WorkSheet[]): string {
  const listed = names.map(
    (name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const filters = names.map((name, at) => {
    const last = letterOf(Math.max(0, itemAt(sheets, at).columns.length - 1));
    const quoted = escapeXml(`'${name.replaceAll("'", "''")}'`);
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted}!$A$1:$${last}$1</definedName>`;
  });
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join("")}</sheets>` +
    `<definedNames>${filters.join("")}</definedNames></workbook>`
  );
}

function relations(names: readonly string[]): string {
  const sheets = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return (
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join("")}<Relationship Id="rId${names.length + 1}" ` +
    `Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
  );
}

function coreProperties(createdAt: Date): string {
  const at = createdAt.toISOString().replace(/\.\d+/, "");
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ` +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Amana</dc:creator>${date("created")}${date("modified")}` +
    `</cp:coreProperties>`
  );
}
