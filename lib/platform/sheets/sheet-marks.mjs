import { cleanText } from "./clean-text.mjs";
import { Refused } from "./refused.mjs";

/** Excel says in each threaded comment, in its own language, that it is one; its text follows the last label. */
const THREADED =
  /^\[[^\]]{0,60}\][\s\S]{0,600}?\n\s*(?:Comment|Commentaire|Comentario|Kommentar|Opmerking|Commento|التعليق)\s?:\s*/;

/**
 * Fills merged cells with what their first says: down always, across where the row says something beside them, for a
 * title or a band over a table is one cell however wide.
 * @param {{ rows: string[][], lines: number[] }} table
 * @param {{ s: { r: number, c: number }, e: { r: number, c: number } }[]} merges
 * @param {{ columns: number, cells: number }} limits
 * @param {{ cells: number }} count
 * @returns {number} how many cells were filled
 */
export function fillMerged({ rows, lines }, merges, limits, count) {
  const rowOfLine = new Map(lines.map((line, at) => [line, at]));
  const own = rows.map((row) => row.flatMap((text, column) => (text === "" ? [] : [column])));
  const last = lines.at(-1) ?? 0;
  let [filled, visits] = [0, 0];
  for (const { s, e } of merges) {
    const text = rows[rowOfLine.get(s.r + 1) ?? -1]?.[s.c] ?? "";
    if (text === "") continue;
    const lastColumn = Math.min(e.c, limits.columns - 1);
    for (let line = s.r + 1; line <= Math.min(e.r + 1, last); line += 1) {
      visits += 1 + lastColumn - s.c;
      if (visits > limits.cells) throw new Refused("tooManyCells", { cells: String(limits.cells) });
      const at = rowOfLine.get(line);
      if (at === undefined) continue;
      const isAlone = own[at].every((column) => column >= s.c && column <= e.c);
      if (isAlone && (line === s.r + 1 || own[at].length === 0)) continue;
      for (let column = s.c; column <= lastColumn; column += 1) {
        while (rows[at].length <= column) rows[at].push("");
        if (rows[at][column] !== "") continue;
        rows[at][column] = text;
        filled += 1;
      }
    }
  }
  count.cells += filled;
  if (count.cells > limits.cells) throw new Refused("tooManyCells", { cells: String(limits.cells) });
  return filled;
}

/**
 * What the comments of a cell say, one after the other; "" without any.
 * @param {{ c?: { t?: string }[] } | undefined} cell
 */
export function commentOf(cell) {
  return (cell?.c ?? [])
    .map(({ t }) =>
      cleanText(String(t ?? ""))
        .replace(THREADED, "")
        .trim(),
    )
    .filter((text) => text !== "")
    .join("\n");
}

/**
 * How many rows and columns of each sheet of an XLSX are hidden, in the order of the sheets. Read beside the cells: the
 * reader would only tell with every style, which takes as much memory as the cells.
 * @param {ReadonlyMap<string, Buffer>} parts
 */
export function hiddenOfSheets(parts) {
  const textOf = (name) => parts.get(name)?.toString("utf8") ?? "";
  const targets = new Map(
    [...textOf("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\s([^>]*)>/g)].map(([, attributes]) => [
      valueOf(attributes, "Id"),
      valueOf(attributes, "Target").replace(/^\/?(?:xl\/)?/, "xl/"),
    ]),
  );
  return [...textOf("xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes]) => {
    const sheet = textOf(targets.get(valueOf(attributes, "id")) ?? "");
    const hidden = { rows: 0, columns: 0 };
    for (const [, kind, of] of sheet.matchAll(/<(?:\w+:)?(row|col)\s([^>]*\bhidden="(?:1|true)"[^>]*)>/g)) {
      const [first, last] = [Number(valueOf(of, "min")), Number(valueOf(of, "max"))];
      if (kind === "row") hidden.rows += 1;
      // A sheet whose right side is hidden says so of columns that hold nothing.
      else hidden.columns += Math.max(1, Math.min(last, MOST_COLUMNS) - first + 1);
    }
    return hidden;
  });
}

function valueOf(attributes, name) {
  return new RegExp(`(?:^|[\\s:])${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
}

const MOST_COLUMNS = 200;
const HIDDEN = /<(?:[\w.-]+:)?table-(row|column)\s([^>]*visibility="(?:collapse|filter)"[^>]*)>/g;

/**
 * The same of each table of an ODS, in the order of the tables.
 * @param {string} content the text of content.xml
 */
export function hiddenOfTables(content) {
  return content
    .split(/<(?:[\w.-]+:)?table\s/)
    .slice(1)
    .map((table) => {
      const hidden = { rows: 0, columns: 0 };
      for (const [, kind, attributes] of table.matchAll(HIDDEN)) {
        const [, times = "1"] = /repeated="(\d{1,7})"/.exec(attributes) ?? [];
        hidden[kind === "row" ? "rows" : "columns"] += Number(times);
      }
      return hidden;
    });
}
