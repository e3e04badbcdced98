import XLSX from "@e965/xlsx";
import { attributeOf, sectionOf } from "./xml-attributes.mjs";

/**
 * Marks inside the text of a cell while the library reads it: no file may hold these characters, and `cleanText` leaves
 * them out. Struck text stands between the first two; the third is the value of a formula that has none.
 */
const [FROM, UNTIL, NO_VALUE] = ["\ufdd0", "\ufdd1", "\ufdd2"];

const STRIKE = /<(?:\w+:)?strike(?:\s[^<>]*)?\/?>/;
const NOT_STRUCK = /val\s*=\s*"(?:0|false)"/;
const FORMULA =
  /<((?:\w+:)?)c(\s[^<>]*)?>(\s*<(?:\w+:)?f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>))(?:\s*(<(?:\w+:)?v(?:\s[^<>]*)?(?:\/>|>\s*<\/(?:\w+:)?v>)))?\s*<\/(?:\w+:)?c>/g;

/** @param {string} tags */
export function isStruck(tags) {
  const [tag = ""] = STRIKE.exec(tags) ?? [];
  return tag !== "" && !NOT_STRUCK.test(tag);
}

/**
 * Writes the marks into the strings and sheets of an XLSX.
 * @param {Map<string, Buffer>} parts
 */
export function markXlsx(parts) {
  for (const [name, part] of parts) {
    if (!/^xl\/(?:sharedStrings|worksheets\/[^/]+)\.xml$/.test(name)) continue;
    const text = part.toString("utf8");
    const marked = markFormulas(STRIKE.test(text) ? markRuns(text) : text);
    if (marked !== text) parts.set(name, Buffer.from(marked, "utf8"));
  }
}

/** A run of rich text begins with its properties; its text follows. */
function markRuns(text) {
  return text
    .split(/(?=<(?:\w+:)?r[\s>])/)
    .map((run) => {
      const until = run.search(/<\/(?:\w+:)?rPr>/);
      if (until < 0 || !isStruck(run.slice(0, until))) return run;
      return run.replace(/(<(?:\w+:)?t(?:\s[^<>]*)?>)([^<]+)/, `$1${FROM}$2${UNTIL}`);
    })
    .join("");
}

/** An empty text is what a formula gave; nothing at all, or an empty number, was never calculated. */
function markFormulas(text) {
  return text.replace(FORMULA, (whole, prefix, attributes = "", formula, value) => {
    if (value !== undefined && /\st="str"/.test(attributes)) return whole;
    const untyped = attributes.replace(/\st="[^"]*"/, "");
    return `<${prefix}c${untyped} t="str">${formula}<${prefix}v>${NO_VALUE}</${prefix}v></${prefix}c>`;
  });
}

/**
 * Returns the places of the cells of an XLSX's sheet whose whole text is struck, by the styles of the workbook: "row:column",
 * both from 0.
 * @param {string} styles the text of xl/styles.xml
 * @param {string} sheet the text of the sheet
 * @returns {ReadonlySet<string>}
 */
export function struckCells(styles, sheet) {
  const struck = struckFormats(styles);
  if (struck.size === 0) return new Set();
  const cells = sheet.matchAll(/<(?:\w+:)?c\s([^<>]*)>/g);
  return new Set(
    [...cells]
      .map(([, attributes]) => [attributeOf(attributes, "r"), attributeOf(attributes, "s")])
      .filter(([address, format]) => address !== "" && struck.has(format))
      .map(([address]) => {
        const { r, c } = XLSX.utils.decode_cell(address);
        return `${r}:${c}`;
      }),
  );
}

function struckFormats(styles) {
  const fonts = sectionOf(styles, "fonts")
    .split(/<(?:\w+:)?font(?=[\s/>])/)
    .slice(1);
  const struck = new Set(fonts.flatMap((font, at) => (isStruck(font) ? [String(at)] : [])));
  if (struck.size === 0) return struck;
  const formats = [...sectionOf(styles, "cellXfs").matchAll(/<(?:\w+:)?xf(?:\s([^<>]*))?>/g)];
  return new Set(
    formats.flatMap(([, attributes = ""], at) =>
      struck.has(attributeOf(attributes, "fontId")) ? [String(at)] : [],
    ),
  );
}

const CLOSED_CELL = /<((?:[\w.-]+:)?table-cell)(\s[^<>]*?)(?:\/>|><\/\1>)/g;

/**
 * Writes the marks into the cells of an ODS: of struck words within a cell, and of formulas without a value.
 * @param {string} content the text of content.xml
 * @param {ReadonlySet<string>} struck names of styles that strike
 */
export function markOds(content, struck) {
  const valued = content.replace(CLOSED_CELL, (cell, name, attributes) =>
    /:formula=/.test(attributes) && !/value-type=/.test(attributes)
      ? `<${name}${attributes} office:value-type="string"><text:p>${NO_VALUE}</text:p></${name}>`
      : cell,
  );
  if (struck.size === 0) return valued;
  return valued.replace(/(<text:span\s([^<>]*)>)([^<]+)/g, (span, tag, attributes, text) =>
    struck.has(attributeOf(attributes, "style-name")) ? `${tag}${FROM}${text}${UNTIL}` : span,
  );
}

/**
 * Takes the marks out of a cell's text.
 * @param {string} text
 * @param {boolean} isWhole true where the format of the cell strikes all of it
 * @returns {{ text: string, struck: string, hasNoValue: boolean }} `struck` is "" where nothing is
 */
export function takeMarks(text, isWhole) {
  const plain = text.replace(/[\ufdd0-\ufdd2]/g, "");
  const runs = [...text.matchAll(/\ufdd0([^\ufdd0\ufdd1]*)/g)].map(([, run]) => run.trim());
  const struck = isWhole ? plain : runs.filter((run) => run !== "").join(" … ");
  return { text: plain, struck: struck.trim(), hasNoValue: text === NO_VALUE };
}
