import { Refused } from "./refused.mjs";

const TAG =
  /<(\/?)([\w.-]+:)?(table-row|table-cell|table)((?:\s(?:[^<>"'/]|\/(?!>)|"[^"]*"|'[^']*')*)?)(\/?)>/g;
const EMPTY_PAIR = /<((?:[\w.-]+:)?table-cell)((?:\s(?:[^<>"'/]|"[^"]*"|'[^']*')*)?)><\/\1>/g;

/** An empty line of a cell, which the reader passes over where it is closed at once. */
const EMPTY_LINE = /<((?:[\w.-]+:)?p)((?:\s(?:[^<>"'/]|"[^"]*"|'[^']*')*)?)\/>/g;

/**
 * Holds an ODS to the limits before its repeats are written out: a cell and a row may each say "the same again, 10,000
 * times". Blank ones cost nothing and may be as many as they like.
 * @param {string} content the text of content.xml
 * @param {{ rows: number, columns: number, cells: number }} limits
 * @returns {string} the same table, in the one way of writing an empty cell and a cell with a value and no text
 */
export function checkRepeats(content, limits) {
  const plain = withoutComments(content).replace(EMPTY_PAIR, "<$1$2/>").replace(EMPTY_LINE, "<$1$2></$1>");
  const count = { cells: 0, row: 0, rowRepeats: 1, column: 0, filled: 0 };
  for (const [, end, , name, attributes = "", close] of plain.matchAll(TAG)) {
    if (name === "table") count.row = 0;
    else if (name === "table-cell" && !end) addCell(count, attributes, close === "/", limits);
    else if (name === "table-row" && !end && !close) startRow(count, attributes);
    else if (name === "table-row") endRow(count, end ? "" : attributes, limits);
  }
  return plain.replace(TAG, openValued);
}

/** Leaves a comment that nothing closes as it stands: looked for again at each beginning, it would take a square. */
function withoutComments(content) {
  const kept = [];
  let at = 0;
  for (;;) {
    const from = content.indexOf("<!--", at);
    const until = from < 0 ? -1 : content.indexOf("-->", from + 4);
    if (until < 0) return kept.join("") + content.slice(at);
    kept.push(content.slice(at, from));
    at = until + 3;
  }
}

function startRow(count, attributes) {
  count.rowRepeats = repeats(attributes, "rows");
  count.column = 0;
  count.filled = 0;
}

function addCell(count, attributes, isClosed, { columns }) {
  const times = repeats(attributes, "columns");
  count.column += times;
  if (isClosed && !hasValue(attributes)) return;
  if (count.column > columns)
    throw new Refused("tooManyColumns", { line: String(count.row + 1), columns: String(columns) });
  count.filled += times;
}

function endRow(count, attributes, { rows, cells }) {
  const times = attributes === "" ? count.rowRepeats : repeats(attributes, "rows");
  count.row += times;
  if (count.filled > 0 && count.row > rows) throw new Refused("tooManyRows", { rows: String(rows) });
  count.cells += count.filled * times;
  count.filled = 0;
  if (count.cells > cells) throw new Refused("tooManyCells", { cells: String(cells) });
}

/** A repeat that is no number is one; the largest is more than any sheet holds. */
function repeats(attributes, kind) {
  const [, written = ""] =
    new RegExp(`number-${kind}-repeated\\s*=\\s*["']\\s*([^"']*)`).exec(attributes) ?? [];
  const times = Number.parseInt(written, 10);
  return Number.isFinite(times) && times > 1 ? times : 1;
}

function hasValue(attributes) {
  return /(?:^|[\s:])value-type\s*=/.test(attributes);
}

/** The reader skips a closed cell: one with a value and no text is opened. */
function openValued(tag, end, prefix = "", name, attributes, close) {
  if (name !== "table-cell" || !close || !hasValue(attributes)) return tag;
  return `<${prefix}table-cell${attributes}></${prefix}table-cell>`;
}
