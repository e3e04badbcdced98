import { escapeXml, sheetName } from "./workbook";
import { MAIN, STYLES, XML_HEAD } from "./xlsx-cells";
import { writeZip } from "./zip-writer";

/** A sheet's part, and the last column of its filter, such as "C". */
export type SheetPart = { name: string; text: AsyncIterable<string>; filteredTo?: string };

/** The archive that holds these sheets, as they are made: a sheet is written only as fast as the archive is read. */
export function writePackage(sheets: readonly SheetPart[], createdAt: Date): AsyncGenerator<Uint8Array> {
  const named = sheets.map((sheet) => ({ ...sheet, name: sheetName(sheet.name) }));
  return writeZip(
    [
      { path: "[Content_Types].xml", text: contentTypes(sheets.length) },
      { path: "_rels/.rels", text: ROOT_RELATIONS },
      { path: "docProps/core.xml", text: coreProperties(createdAt) },
      { path: "xl/workbook.xml", text: workbook(named) },
      { path: "xl/_rels/workbook.xml.rels", text: relations(sheets.length) },
      { path: "xl/styles.xml", text: STYLES },
      ...sheets.map(({ text }, at) => ({ path: `xl/worksheets/sheet${at + 1}.xml`, text })),
    ],
    createdAt,
  );
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const ROOT_RELATIONS =
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" ` +
  `Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" ` +
  `Target="docProps/core.xml"/></Relationships>`;

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    `ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ` +
    `ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ` +
    `ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets.join("")}</Types>`
  );
}

function workbook(sheets: readonly SheetPart[]): string {
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const filters = sheets.flatMap(({ name, filteredTo }, at) =>
    filteredTo === undefined ? [] : [filterOf(name, filteredTo, at)],
  );
  const names = filters.length === 0 ? "" : `<definedNames>${filters.join("")}</definedNames>`;
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join("")}</sheets>` +
    `${names}</workbook>`
  );
}

function filterOf(name: string, last: string, at: number): string {
  const quoted = escapeXml(`'${name.replaceAll("'", "''")}'`);
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted}!$A$1:$${last}$1</definedName>`;
}

function relations(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return (
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join("")}<Relationship Id="rId${count + 1}" ` +
    `Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
  );
}

function coreProperties(createdAt: Date): string {
  const at = createdAt.toISOString().replace(/\.\d+/, "");
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ` +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Amana</dc:creator>${date("created")}${date("modified")}` +
    `</cp:coreProperties>`
  );
}
