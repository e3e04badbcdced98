import { attributeOf } from "./xml-attributes.mjs";

const TAG =
  /<(\/?)(?:[\w.-]+:)?(covered-table-cell|table-cell|table-row|table-column|table)((?:\s(?:[^<>"'/]|\/(?!>)|"[^"]*"|'[^']*')*)?)(\/?)>/g;

/** Rows of a sheet at most. */
const LAST = 1_048_576;

/**
 * Walks each table of an ODS, in order, for what stands beside its values: which cells its styles strike, whatever their
 * value, and which rows and columns are hidden. A cell without a style has that of its row, else that of its column.
 * @param {string} content the text of content.xml, held to the limits
 * @param {ReadonlySet<string>} struck names of styles that strike
 * @param {{ rows: number, columns: number }} limits no cell beyond them is read
 */
export function linesOfTables(content, struck, limits) {
  const tables = [];
  let table = newTable();
  let row = { style: "", times: 1, column: 0, struck: [] };
  const endRow = () => {
    for (const column of row.struck)
      for (let at = table.row; at < Math.min(table.row + row.times, limits.rows); at += 1)
        table.struck.add(`${at}:${column}`);
    table.row += row.times;
    row = { style: "", times: 1, column: 0, struck: [] };
  };
  for (const [, end, name, attributes = "", close] of content.matchAll(TAG)) {
    if (name === "table") {
      if (end) continue;
      table = newTable();
      tables.push(table);
    } else if (end) {
      if (name === "table-row") endRow();
    } else if (name === "table-column") addColumns(table, attributes, limits);
    else if (name === "table-row") {
      row.style = attributeOf(attributes, "default-cell-style-name");
      row.times = timesOf(attributes, "rows");
      const kind = hiddenKind(attributes);
      if (kind) table.rows.push([table.row + 1, table.row + row.times, kind]);
      if (close) endRow();
    } else {
      const style = attributeOf(attributes, "style-name") || row.style || styleOfColumn(table, row.column);
      const isStruck = struck.has(style) && !(close === "/" && !/value-type=/.test(attributes));
      const times = timesOf(attributes, "columns");
      const until = Math.min(row.column + times, limits.columns);
      if (isStruck) for (let at = row.column; at < until; at += 1) row.struck.push(at);
      row.column += times;
    }
  }
  return tables.map(({ struck: cells, rows, columns }) => ({ struck: cells, hidden: { rows, columns } }));
}

function newTable() {
  return { row: 0, column: 0, struck: new Set(), rows: [], columns: [], styles: [] };
}

function addColumns(table, attributes, limits) {
  const times = timesOf(attributes, "columns");
  if (table.column >= limits.columns) return;
  table.styles.push([table.column + times, attributeOf(attributes, "default-cell-style-name")]);
  if (hiddenKind(attributes)) table.columns.push([table.column, table.column + times - 1]);
  table.column += times;
}

function styleOfColumn({ styles }, column) {
  return styles.find(([until]) => column < until)?.[1] ?? "";
}

function hiddenKind(attributes) {
  const visibility = attributeOf(attributes, "visibility");
  if (visibility === "filter") return "filtered";
  return visibility === "collapse" ? "hidden" : null;
}

function timesOf(attributes, kind) {
  const times = Number.parseInt(attributeOf(attributes, `number-${kind}-repeated`), 10);
  return Number.isFinite(times) && times > 1 ? Math.min(times, LAST) : 1;
}

/** A line through the text; "none" takes that of a parent away. */
const STRUCK_LINE = /text-line-through-(?:style|type)="([^"]*)"/;

/**
 * Names of the styles of an ODS that strike, by themselves or by a style that they are made from.
 * @param {readonly string[]} texts of styles.xml and content.xml
 * @returns {ReadonlySet<string>}
 */
export function struckStyles(texts) {
  const styles = new Map();
  for (const text of texts)
    for (const style of text.split(/<(?:[\w.-]+:)?style\s/).slice(1)) {
      const [tag = ""] = style.split(">", 1);
      const [body = ""] = tag.endsWith("/") ? [""] : style.split(/<\/(?:[\w.-]+:)?style>/, 1);
      const [, line] = STRUCK_LINE.exec(body) ?? [];
      styles.set(attributeOf(tag, "name"), { line, parent: attributeOf(tag, "parent-style-name") });
    }
  const isStruck = (name, depth = 0) => {
    const { line, parent = "" } = styles.get(name) ?? {};
    if (line !== undefined) return line !== "none";
    return parent !== "" && depth < 20 && isStruck(parent, depth + 1);
  };
  return new Set([...styles.keys()].filter((name) => isStruck(name)));
}
