import XLSX from "@e965/xlsx";
import { markOds, markXlsx, struckCells, takeMarks } from "./cell-marks.mjs";
import { textOf } from "./cell-text.mjs";
import { cleanText, hasUnseen } from "./clean-text.mjs";
import { checkRepeats } from "./ods-repeats.mjs";
import { Refused } from "./refused.mjs";
import { countConditions, countTableConditions } from "./condition-marks.mjs";
import { countHidden, hiddenOfSheet } from "./hidden-lines.mjs";
import { linesOfTables, struckStyles } from "./ods-cells.mjs";
import { areTablesHidden, boundMerges, commentOf, textsOfSheets } from "./sheet-marks.mjs";
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

/** Reads what stands beside the cells of each sheet, in the order of the sheets. */
function marksOfXlsx(parts) {
  const styles = parts.get("xl/styles.xml")?.toString("utf8") ?? "";
  const marks = textsOfSheets(parts).map(({ text, tables }) => ({
    struck: struckCells(styles, text),
    hidden: hiddenOfSheet(text, tables),
    conditions: countConditions(styles, text),
  }));
  // Tables are read for their filters alone.
  for (const name of parts.keys()) if (name.startsWith("xl/tables/")) parts.delete(name);
  markXlsx(parts);
  return marks;
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
  const texts = [parts.get("styles.xml")?.toString("utf8") ?? "", content];
  const struck = struckStyles(texts);
  const checked = checkRepeats(markOds(content, struck), limits);
  parts.set("content.xml", Buffer.from(checked, "utf8"));
  // Styles are optional in the format, and not to the reader.
  if (!parts.has("styles.xml")) parts.set("styles.xml", Buffer.from("<styles/>"));
  const areHidden = areTablesHidden(content);
  const conditions = countTableConditions(content, texts, struck);
  return linesOfTables(checked, struck, limits).map((lines, at) => ({
    struck: lines.struck,
    hidden: lines.hidden,
    isHidden: areHidden[at] ?? false,
    conditions: conditions[at] ?? 0,
  }));
}

/** A formula that names a cell of another file: the address of the file, and after it "#". */
function hasOutsideFormula(content) {
  return [...content.matchAll(/formula\s*=\s*"([^"]*)/g)].some(([, formula]) => {
    const from = formula.search(OTHER_FILE);
    return from >= 0 && formula.includes("#", from);
  });
}

function readSheets(book, marks) {
  if (book.SheetNames.length > limits.sheets)
    throw new Refused("tooManySheets", { sheets: String(limits.sheets) });
  const count = { cells: 0, text: 0 };
  const isFrom1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name, at) => ({
    name: cleanText(String(name ?? "")),
    ...readSheet(book.Sheets[name], { isFrom1904, count, marks: marks[at] ?? NO_MARKS }),
    isHidden: marks[at]?.isHidden ?? (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0,
  }));
}

const NO_MARKS = { struck: new Set(), hidden: { rows: [], columns: [] }, conditions: 0 };

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
  const { kinds, hidden } = countHidden({ rows, lines }, reading.marks.hidden);
  kinds.forEach((kind, at) => {
    if (kind) remarks.push([at, firstFilled(rows[at]), kind === "filtered" ? "rowFiltered" : "rowHidden"]);
  });
  return { rows, lines, notes, remarks, merges, hidden: { ...hidden, conditions: reading.marks.conditions } };
}

function firstFilled(row) {
  return Math.max(
    row.findIndex((cell) => cell !== ""),
    0,
  );
}

function readRow(cells, line, { isFrom1904, count, marks, at, notes, remarks }) {
  const row = [];
  cells.forEach((cell, column) => {
    const isStruck = marks.struck.size > 0 && marks.struck.has(`${line - 1}:${column}`);
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
