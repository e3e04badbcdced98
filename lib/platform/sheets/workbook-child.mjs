import XLSX from "@e965/xlsx";
import { markOds, markXlsx, struckCells, takeMarks } from "./cell-marks.mjs";
import { textOf } from "./cell-text.mjs";
import { cleanText, hasUnseen } from "./clean-text.mjs";
import { checkRepeats } from "./ods-repeats.mjs";
import { Refused } from "./refused.mjs";
import {
  areTablesHidden,
  boundMerges,
  commentOf,
  hiddenOfSheets,
  hiddenOfTables,
  textsOfSheets,
} from "./sheet-marks.mjs";
import { unpackParts } from "./workbook-parts.mjs";

/** A sheet or a range of an ODS that reads another file. */
const OUTSIDE = /<(?:[\w.-]+:)?(?:table-source|cell-range-source)\s/;
const OTHER_FILE = /(?:'|&apos;)(?:file|https?|ftp|smb):/;

/**
 * Reads a workbook on stdin under the request in its first argument, { format, limits }, and answers on
 * stdout: { ok: true, sheets: [{ name, rows, lines }] } or { ok: false, key, params }.
 */
const { format, limits } = JSON.parse(process.argv[2]);
const answer = await read(await readInput()).catch(refuse);
process.stdout.write(JSON.stringify(answer), () => process.exit(0));

async function read(bytes) {
  const parts = await unpackParts(bytes, format);
  const marks = format === "ods" ? checkOds(parts) : marksOfXlsx(parts);
  // Written anew, the archive holds nothing but the parts that were looked at.
  const archive = XLSX.CFB.utils.cfb_new();
  for (const [name, part] of parts) XLSX.CFB.utils.cfb_add(archive, name, part);
  const packed = XLSX.CFB.write(archive, { fileType: "zip", type: "buffer", compression: false });
  const book = XLSX.read(packed, {
    type: "buffer",
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellNF: true,
  });
  return { ok: true, sheets: readSheets(book, marks) };
}

function marksOfXlsx(parts) {
  const sheets = textsOfSheets(parts);
  const styles = parts.get("xl/styles.xml")?.toString("utf8") ?? "";
  const struck = sheets.map((sheet) => struckCells(styles, sheet));
  markXlsx(parts);
  return { hidden: hiddenOfSheets(sheets), areHidden: [], struck };
}

function checkOds(parts) {
  if (/encryption-data/.test(parts.get("META-INF/manifest.xml")?.toString("utf8") ?? ""))
    throw new Refused("isEncrypted");
  if (!/opendocument\.spreadsheet/.test(parts.get("mimetype")?.toString("latin1") ?? ""))
    throw new Refused("isZip");
  // "_x0041_" is a letter in the other format alone, and the reader takes it for one in both.
  const content = (parts.get("content.xml")?.toString("utf8") ?? "").replace(
    /_(?=x[0-9a-f]{4}_)/gi,
    "_x005F_",
  );
  if (OUTSIDE.test(content) || hasOutsideFormula(content)) throw new Refused("hasOutsideLinks");
  parts.set("content.xml", Buffer.from(checkRepeats(markOds(content), limits), "utf8"));
  // Styles are optional in the format, and not to the reader.
  if (!parts.has("styles.xml")) parts.set("styles.xml", Buffer.from("<styles/>"));
  return { hidden: hiddenOfTables(content), areHidden: areTablesHidden(content), struck: [] };
}

/** A formula that names a cell of another file: the address of the file, and after it "#". */
function hasOutsideFormula(content) {
  return [...content.matchAll(/formula\s*=\s*"([^"]*)/g)].some(([, formula]) => {
    const from = formula.search(OTHER_FILE);
    return from >= 0 && formula.includes("#", from);
  });
}

function readSheets(book, { hidden, areHidden, struck }) {
  if (book.SheetNames.length > limits.sheets)
    throw new Refused("tooManySheets", { sheets: String(limits.sheets) });
  const count = { cells: 0, text: 0 };
  const isFrom1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name, at) => ({
    name: cleanText(String(name ?? "")),
    ...readSheet(book.Sheets[name], { isFrom1904, count, struckCells: struck[at] ?? new Set() }),
    hidden: hidden[at] ?? { rows: 0, columns: 0 },
    isHidden: areHidden[at] ?? (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0,
  }));
}

/** Rows that hold something, with the number each has in the sheet. Only cells that are there are visited. */
function readSheet(sheet, reading) {
  const { count } = reading;
  const [rows, lines, notes, remarks] = [[], [], [], []];
  const visit = (cells, index) => {
    const told = [];
    const row = readRow(cells, index + 1, { ...reading, at: rows.length, notes, remarks: told });
    if (row.length === 0) return;
    remarks.push(...told);
    if (index >= limits.rows) throw new Refused("tooManyRows", { rows: String(limits.rows) });
    rows.push(row);
    lines.push(index + 1);
  };
  (sheet["!data"] ?? []).forEach(visit);
  const merges = boundMerges({ rows, lines }, sheet["!merges"] ?? [], limits, count);
  return { rows, lines, notes, remarks, merges };
}

function readRow(cells, line, { isFrom1904, count, struckCells: struckAt, at, notes, remarks }) {
  const row = [];
  cells.forEach((cell, column) => {
    const isStruck = struckAt.size > 0 && struckAt.has(XLSX.utils.encode_cell({ r: line - 1, c: column }));
    const marked = takeMarks(cell ? textOf(cell, isFrom1904) : "", isStruck);
    const said = marked.text;
    const text = cleanText(said);
    const note = commentOf(cell);
    if (note !== "") {
      count.text += note.length;
      check(note, { line, column, count });
      notes.push([at, column, note]);
    }
    if (marked.hasNoValue) remarks.push([at, column, "formulaWithoutValue"]);
    if (marked.struck !== "") remarks.push([at, column, "textStruck", { words: cleanText(marked.struck) }]);
    if (hasUnseen(said)) remarks.push([at, column, "charactersRemoved"]);
    if (text === "" && note === "") return;
    count.cells += 1;
    count.text += text.length;
    check(text, { line, column, count });
    while (row.length < column) row.push("");
    row[column] = text;
  });
  return row;
}

function check(text, { line, column, count }) {
  const at = { line: String(line) };
  if (column >= limits.columns)
    throw new Refused("tooManyColumns", { ...at, columns: String(limits.columns) });
  if (text.length > limits.cell) throw new Refused("cellTooLong", { ...at, characters: String(limits.cell) });
  if (count.cells > limits.cells) throw new Refused("tooManyCells", { cells: String(limits.cells) });
  if (count.text > limits.text) throw new Refused("tooMuchText");
}

/** Other errors of the library mean a workbook that it cannot read. */
function refuse(error) {
  return error instanceof Refused
    ? { ok: false, key: error.key, params: error.params }
    : { ok: false, key: "brokenWorkbook", params: {} };
}

async function readInput() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
