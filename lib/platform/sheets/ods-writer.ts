import { escapeXml, isoDay, sheetName, type CellValue, type WorkBook, type WorkSheet } from "./workbook";
import { writeZip } from "./zip-writer";

const MIME = "application/vnd.oasis.opendocument.spreadsheet";

/**
 * An ODS (OpenDocument 1.3) in pieces, as they are made: rows are written and forgotten. Every text cell is typed as
 * text and formatted as text, so that nothing a client's register holds is ever run as a formula, nor becomes one when
 * it is edited.
 */
export function writeOds({ isRightToLeft, createdAt, sheets }: WorkBook): AsyncGenerator<Uint8Array> {
  return writeZip(
    [
      // OpenDocument requires the media type as the first part, uncompressed.
      { path: "mimetype", text: MIME, isStored: true },
      { path: "META-INF/manifest.xml", text: MANIFEST },
      { path: "meta.xml", text: meta(createdAt) },
      { path: "styles.xml", text: STYLES },
      { path: "content.xml", text: writeContent(sheets, isRightToLeft) },
    ],
    createdAt,
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = (name: string) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
const NAMES = [
  ...["office", "table", "text", "style", "meta"].map(namespace),
  'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
].join(" ");

async function* writeContent(sheets: readonly WorkSheet[], isRightToLeft: boolean): AsyncGenerator<string> {
  const widths = [...new Set(sheets.flatMap(({ columns }) => columns.map(({ width }) => width)))];
  yield (
    `${HEAD}<office:document-content ${NAMES} office:version="1.3"><office:automatic-styles>` +
    `<style:style style:name="ta" style:family="table"><style:table-properties style:writing-mode="${isRightToLeft ? "rl-tb" : "lr-tb"}"/></style:style>` +
    widths.map(columnStyle).join("") +
    `${CELL_STYLES}</office:automatic-styles><office:body><office:spreadsheet>`
  );
  for (const sheet of sheets) yield* writeSheet(sheet);
  yield (
    `<table:database-ranges>${sheets.map(filterOf).join("")}</table:database-ranges></office:spreadsheet>` +
    `</office:body></office:document-content>`
  );
}

async function* writeSheet({ name, columns, rows }: WorkSheet): AsyncGenerator<string> {
  yield (
    `<table:table table:name="${escapeXml(sheetName(name))}" table:style-name="ta">` +
    columns.map(({ width }) => `<table:table-column table:style-name="co${width}"/>`).join("") +
    `<table:table-header-rows>${row(columns.map(({ head }) => textCell(head, "head")))}</table:table-header-rows>`
  );
  for await (const values of rows) yield row(values.map(cell));
  yield "</table:table>";
}

function row(cells: readonly string[]): string {
  return `<table:table-row>${cells.join("")}</table:table-row>`;
}

function cell(value: CellValue): string {
  if (value === "") return "<table:table-cell/>";
  if (typeof value === "string") return textCell(value, "text");
  if (typeof value === "number") return typedCell("float", `office:value="${value}"`, String(value));
  const day = isoDay(value);
  return typedCell("date", `office:date-value="${day}"`, day.split("-").reverse().join("/"));
}

function typedCell(type: "float" | "date", value: string, shown: string): string {
  return `<table:table-cell table:style-name="${type}" office:value-type="${type}" ${value}><text:p>${shown}</text:p></table:table-cell>`;
}

function textCell(text: string, style: "head" | "text"): string {
  const lines = text.split(/\r\n?|\n/).map((line) => `<text:p>${escapeLine(line)}</text:p>`);
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${lines.join("")}</table:table-cell>`;
}

/** Spaces at the ends of a line, or side by side, are one space or none to the format unless each is said. */
function escapeLine(line: string): string {
  return escapeXml(line)
    .replaceAll("\t", "<text:tab/>")
    .replace(/ +/g, (spaces, at: number, all: string) => {
      const isWithin = at > 0 && at + spaces.length < all.length;
      return spaces.length === 1 && isWithin ? spaces : `<text:s text:c="${spaces.length}"/>`;
    });
}

function columnStyle(width: number): string {
  const millimetres = Math.round(width * 2.1);
  return `<style:style style:name="co${width}" style:family="table-column"><style:table-column-properties style:column-width="${millimetres}mm"/></style:style>`;
}

function filterOf({ name, columns }: WorkSheet, at: number): string {
  const quoted = `'${sheetName(name).replaceAll("'", "''")}'`;
  const last = letterOf(Math.max(0, columns.length - 1));
  return (
    `<table:database-range table:name="filter${at + 1}" table:display-filter-buttons="true" ` +
    `table:target-range-address="${escapeXml(`${quoted}.A1:${quoted}.${last}1048576`)}"/>`
  );
}

/** 0 → "A", 26 → "AA". */
function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : letterOf(Math.floor(at / 26) - 1) + letter;
}

const TOP = 'style:vertical-align="top"';
const CELL_STYLES =
  `<number:date-style style:name="day"><number:day number:style="long"/><number:text>/</number:text>` +
  `<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>` +
  `<number:text-style style:name="plain"><number:text-content/></number:text-style>` +
  `<style:style style:name="head" style:family="table-cell" style:data-style-name="plain"><style:table-cell-properties ` +
  `fo:background-color="#f3f1ec" fo:border-bottom="0.5pt solid #2b2733"/><style:text-properties fo:font-weight="bold"/></style:style>` +
  `<style:style style:name="text" style:family="table-cell" style:data-style-name="plain"><style:table-cell-properties fo:wrap-option="wrap" ${TOP}/></style:style>` +
  `<style:style style:name="date" style:family="table-cell" style:data-style-name="day"><style:table-cell-properties ${TOP}/></style:style>` +
  `<style:style style:name="float" style:family="table-cell"><style:table-cell-properties ${TOP}/></style:style>`;

const STYLES = `${HEAD}<office:document-styles ${NAMES} office:version="1.3"/>`;

const MANIFEST =
  `${HEAD}<manifest:manifest ${namespace("manifest")} manifest:version="1.3">` +
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/>` +
  ["content.xml", "styles.xml", "meta.xml"]
    .map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`)
    .join("") +
  `</manifest:manifest>`;

function meta(createdAt: Date): string {
  return (
    `${HEAD}<office:document-meta ${NAMES} office:version="1.3"><office:meta><meta:generator>Amana</meta:generator>` +
    `<meta:creation-date>${createdAt.toISOString().slice(0, 19)}</meta:creation-date></office:meta></office:document-meta>`
  );
}
