import { cleanText } from "./clean-text.mjs";
import { Refused } from "./refused.mjs";
import { attributeOf } from "./xml-attributes.mjs";

/** Excel says in each threaded comment, in its own language, that it is one; its text follows the last label. */
const THREADED =
  /^\[[^\]]{0,60}\][\s\S]{0,600}?\n\s*(?:Comment|Commentaire|Comentario|Kommentar|Opmerking|Commento|التعليق)\s?:\s*/;

/**
 * The merged cells that say something, each as its first row, first column, last row and last column, by the places of
 * the rows that are there. What they may fill is counted as if it were filled.
 * @param {{ rows: string[][], lines: number[] }} table
 * @param {{ s: { r: number, c: number }, e: { r: number, c: number } }[]} merges
 * @param {{ columns: number, cells: number }} limits
 * @param {{ cells: number }} count
 * @returns {[number, number, number, number][]}
 */
export function boundMerges({ rows, lines }, merges, limits, count) {
  const placeOf = new Map(lines.map((line, at) => [line, at]));
  const bound = [];
  for (const { s, e } of merges) {
    const first = placeOf.get(s.r + 1);
    if (first === undefined || !rows[first][s.c]) continue;
    let last = first;
    while (last + 1 < lines.length && lines[last + 1] <= e.r + 1) last += 1;
    const lastColumn = Math.min(e.c, limits.columns - 1);
    count.cells += (last - first + 1) * (lastColumn - s.c + 1) - 1;
    if (count.cells > limits.cells) throw new Refused("tooManyCells", { cells: String(limits.cells) });
    bound.push([first, s.c, last, lastColumn]);
  }
  return bound;
}

/**
 * Joins the comments of a cell; "" without any.
 *
 * @param {{ c?: { t?: string, T?: boolean }[] } | undefined} cell
 */
export function commentOf(cell) {
  return (cell?.c ?? [])
    .map(({ t, T }) =>
      cleanText(T ? decodeThreaded(String(t ?? "")) : String(t ?? ""))
        .replace(THREADED, "")
        .trim(),
    )
    .filter((text) => text !== "")
    .join("\n");
}

const ENTITIES = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** The reader hands over the text of a threaded comment as it stands in its part: bytes of UTF-8, and XML's entities. */
function decodeThreaded(text) {
  return Buffer.from(text, "latin1")
    .toString("utf8")
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|quot|apos|amp));/gi, (whole, hex, decimal, name) => {
      if (name) return ENTITIES[name.toLowerCase()];
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

/**
 * The XML of each sheet of an XLSX with that of its tables, in the order of the sheets.
 * @param {ReadonlyMap<string, Buffer>} parts
 */
export function textsOfSheets(parts) {
  const textOf = (name) => parts.get(name)?.toString("utf8") ?? "";
  const targets = new Map(
    relationsOf(textOf("xl/_rels/workbook.xml.rels")).map(([id, target]) => [
      id,
      target.replace(/^\/?(?:xl\/)?/, "xl/"),
    ]),
  );
  const sheets = textOf("xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\s([^<>]*)>/g);
  return [...sheets].map(([, attributes]) => {
    const name = targets.get(attributeOf(attributes, "id")) ?? "";
    const at = name.lastIndexOf("/") + 1;
    const beside = textOf(`${name.slice(0, at)}_rels/${name.slice(at)}.rels`);
    const tables = relationsOf(beside)
      .filter(([, target]) => target.includes("tables/"))
      .map(([, target]) => target.slice(target.indexOf("tables/")));
    return { text: textOf(name), tables: tables.map((table) => textOf(`xl/${table}`)) };
  });
}

function relationsOf(text) {
  return [...text.matchAll(/<(?:\w+:)?Relationship\s([^<>]*)>/g)].map(([, attributes]) => [
    attributeOf(attributes, "Id"),
    attributeOf(attributes, "Target"),
  ]);
}

function tagsOf(text, name) {
  return text
    .split(`${name} `)
    .slice(1)
    .map((tag) => tag.split(">", 1)[0]);
}

/**
 * Returns whether each table of an ODS is hidden, in order: its style tells, and the library does not.
 * @param {string} content the text of content.xml
 * @returns {boolean[]}
 */
export function areTablesHidden(content) {
  const hidden = new Set(
    content
      .split(/<(?:[\w.-]+:)?style\s/)
      .slice(1)
      .filter(
        (style) =>
          /^[^>]*family="table"/.test(style) &&
          tagsOf(style.slice(0, 2000), "table-properties").some((tag) => tag.includes('display="false"')),
      )
      .map((style) => attributeOf(/^[^>]*/.exec(style)[0], "name")),
  );
  const tables = content.matchAll(/<(?:[\w.-]+:)?table\s([^<>]*)>/g);
  return [...tables].map(([, attributes]) => hidden.has(attributeOf(attributes, "style-name")));
}
