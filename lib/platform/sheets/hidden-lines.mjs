import { attributeOf } from "./xml-attributes.mjs";

/**
 * The hidden rows and columns of a sheet of an XLSX: rows from 1 with "filtered" for those that a filter in force leaves
 * out, "hidden" for others; columns from 0. Read apart from the cells: the library reports them only with every style,
 * which takes as much memory as the cells.
 * @param {string} sheet the text of the sheet
 * @param {readonly string[]} tables the texts of its tables, which have filters of their own
 */
export function hiddenOfSheet(sheet, tables) {
  const filters = [sheet, ...tables].flatMap(filtersInForce);
  // A filter by criteria that stand elsewhere leaves this mark alone.
  const isFiltered = /<(?:\w+:)?sheetPr\s[^<>]*\bfilterMode="(?:1|true)"/.test(sheet);
  const isOut = (row) =>
    filters.length > 0 ? filters.some(([from, until]) => row >= from && row <= until) : isFiltered;
  const [rows, columns] = [[], []];
  let row = 0;
  for (const [, kind, of] of sheet.matchAll(/<(?:\w+:)?(row|col)(?:\s([^<>]*))?>/g)) {
    const attributes = of ?? "";
    if (kind === "row") row = Number(attributeOf(attributes, "r")) || row + 1;
    if (!/\bhidden="(?:1|true)"/.test(attributes)) continue;
    if (kind === "row") rows.push([row, row, isOut(row) ? "filtered" : "hidden"]);
    else
      columns.push([Number(attributeOf(attributes, "min")) - 1, Number(attributeOf(attributes, "max")) - 1]);
  }
  return { rows, columns };
}

/** First and last row of the range of a filter that leaves something out; a sheet and a table have one at most. */
function filtersInForce(text) {
  const [tag, attributes = ""] = /<(?:\w+:)?autoFilter\s([^<>]*)>/.exec(text) ?? [];
  if (!tag || attributes.endsWith("/")) return [];
  const [body = ""] = text.slice(text.indexOf(tag)).split(/<\/(?:\w+:)?autoFilter>/, 1);
  if (!/<(?:\w+:)?filterColumn[\s>]/.test(body)) return [];
  const [from, until] = (attributeOf(attributes, "ref").match(/\d+/g) ?? []).map(Number);
  return from ? [[from, until ?? from]] : [];
}

/**
 * Counts the hidden lines that hold something, and gives the kind of each hidden row by its number.
 * @param {{ rows: string[][], lines: number[] }} table
 * @param {{ rows: [number, number, string][], columns: [number, number][] }} hidden
 */
export function countHidden({ rows, lines }, hidden) {
  const kinds = kindsOf(lines, hidden.rows);
  const isHeld = (column) => rows.some((row) => (row[column] ?? "") !== "");
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => hidden.columns.some(([from, until]) => column >= from && column <= until) && isHeld(column),
  );
  const count = (kind) => kinds.filter((one) => one === kind).length;
  return {
    kinds,
    hidden: { rows: count("hidden"), filtered: count("filtered"), columns: columns.length },
  };
}

/** Both lists are in the order of the sheet: each is walked once. */
function kindsOf(lines, ranges) {
  let at = 0;
  return lines.map((line) => {
    while (at < ranges.length && ranges[at][1] < line) at += 1;
    return at < ranges.length && ranges[at][0] <= line ? ranges[at][2] : null;
  });
}
