import XLSX from "@e965/xlsx";
import { zipOf, type Part } from "./zip.fixture";

type Table = { name: string; body: string };

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The parts of an XLSX whose sheets hold these bodies, `<sheetData>` and what stands around it. */
export function xlsxParts(tables: readonly Table[]): Part[] {
  const numbers = tables.map((_, index) => index + 1);
  const sheets = tables.map(
    ({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const relations = numbers.map(
    (n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  const overrides = numbers.map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return [
    {
      name: "[Content_Types].xml",
      body: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${overrides.join("")}</Types>`,
    },
    {
      name: "_rels/.rels",
      body: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      body: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      body: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}</Relationships>`,
    },
    ...tables.map(({ body }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      body: `${HEAD}<worksheet xmlns="${MAIN}">${body}</worksheet>`,
    })),
  ];
}

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";

/** The parts of an ODS whose tables hold these rows. */
export function odsParts(tables: readonly Table[]): Part[] {
  const body = tables
    .map((table) => `<table:table table:name="${table.name}">${table.body}</table:table>`)
    .join("");
  return [
    { name: "mimetype", body: "application/vnd.oasis.opendocument.spreadsheet", isStored: true },
    {
      name: "META-INF/manifest.xml",
      body: `${HEAD}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>`,
    },
    {
      name: "content.xml",
      body: `${HEAD}<office:document-content xmlns:office="${OASIS}:office:1.0" xmlns:table="${OASIS}:table:1.0" xmlns:text="${OASIS}:text:1.0"><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
    },
  ];
}

/** A row of an ODS, its cells as text. */
export function odsRow(cells: readonly string[], attributes = ""): string {
  const body = cells.map((cell) =>
    cell === ""
      ? "<table:table-cell/>"
      : `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`,
  );
  return `<table:table-row ${attributes}>${body.join("")}</table:table-row>`;
}

type Rows = readonly (readonly (string | number | Date)[])[];

/** A workbook as another program writes it; a `Date` is a day, a number a number. */
export function bookOf(format: "xlsx" | "ods", sheets: Readonly<Record<string, Rows>>): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, sheetOf(rows), name);
  return bytesOf(book, format);
}

/** Marks around the cells of a sheet: ranges and cells by their addresses, rows and columns from 0. */
export type Marks = {
  merges?: readonly string[];
  notes?: Readonly<Record<string, string>>;
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
};

/** An XLSX of one sheet that is marked so. */
export function markedBook(rows: Rows, marks: Marks): Uint8Array {
  return writtenBook({ Clients: rows }, marks);
}

/** An XLSX of several sheets, of which the first is marked so. */
export function writtenBook(sheets: Readonly<Record<string, Rows>>, marks: Marks): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [at, [name, rows]] of Object.entries(sheets).entries()) {
    const sheet = sheetOf(rows);
    if (at === 0) markSheet(sheet, marks);
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  return bytesOf(book, "xlsx");
}

function markSheet(
  sheet: XLSX.WorkSheet,
  { merges = [], notes = {}, hiddenRows = [], hiddenColumns = [] }: Marks,
): void {
  sheet["!merges"] = merges.map((range) => XLSX.utils.decode_range(range));
  for (const [at, t] of Object.entries(notes)) (sheet[at] as XLSX.CellObject).c = [{ a: "Salma", t }];
  sheet["!rows"] = hiddenOf(hiddenRows);
  sheet["!cols"] = hiddenOf(hiddenColumns);
}

function hiddenOf(places: readonly number[]): { hidden: boolean }[] {
  return Array.from({ length: Math.max(-1, ...places) + 1 }, (_, at) => ({ hidden: places.includes(at) }));
}

function sheetOf(rows: Rows): XLSX.WorkSheet {
  return XLSX.utils.aoa_to_sheet(
    rows.map((row) => [...row]),
    { UTC: true },
  );
}

function bytesOf(book: XLSX.WorkBook, format: "xlsx" | "ods"): Uint8Array {
  return new Uint8Array(XLSX.write(book, { type: "buffer", bookType: format, compression: true }) as Buffer);
}

/** An XLSX of one sheet whose formats are: 0 plain, 1 struck through, 2 a day that is struck through; `more` are others. */
export function struckBook(body: string, more = ""): Uint8Array {
  const styles = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf fontId="0"/><xf fontId="1"/><xf numFmtId="14" fontId="1"/></cellXfs>${more}</styleSheet>`;
  const parts = xlsxParts([{ name: "Clients", body }]).map((part) => ({
    ...part,
    body: String(part.body)
      .replace("</Types>", `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`)
      .replace(
        "</Relationships>",
        `<Relationship Id="rIdStyles" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
      ),
  }));
  return zipOf([...parts, { name: "xl/styles.xml", body: styles }]);
}
