import { attributeOf, sectionOf } from "./xml-attributes.mjs";
import { isStruck } from "./cell-marks.mjs";

/**
 * Counts the conditions of a sheet of an XLSX that strike or grey the cells that meet them. Whether a cell meets one is a
 * formula of the sheet, which is not calculated.
 * @param {string} styles the text of xl/styles.xml
 * @param {string} sheet the text of the sheet
 */
export function countConditions(styles, sheet) {
  const rules = sheet.split(/<(?:\w+:)?cfRule\s/).slice(1);
  if (rules.length === 0) return 0;
  const formats = sectionOf(styles, "dxfs")
    .split(/<(?:\w+:)?dxf(?=[\s/>])/)
    .slice(1)
    .map(isMuted);
  return rules.filter((rule) => {
    const [attributes = ""] = rule.split(">", 1);
    const format = attributeOf(attributes, "dxfId");
    if (format !== "") return formats[Number(format)] === true;
    // A rule of the later kind holds its format itself.
    return !attributes.endsWith("/") && isMuted(rule.split(/<\/(?:\w+:)?cfRule>/, 1)[0]);
  }).length;
}

/** A format whose text is struck through or grey. */
function isMuted(format) {
  const font = sectionOf(format, "font");
  return (
    isStruck(font) || [...font.matchAll(/<(?:\w+:)?color\s([^<>]*)>/g)].some(([, of]) => isGreyColour(of))
  );
}

function isGreyColour(attributes) {
  const tint = Number(attributeOf(attributes, "tint") || 0);
  const theme = attributeOf(attributes, "theme");
  // Themes begin with the colour of the paper and that of the text; a tint makes either a grey.
  if (theme !== "") return (theme === "0" && tint < -0.2) || (theme === "1" && tint > 0.2);
  return isGrey(attributeOf(attributes, "rgb").slice(-6));
}

/** @param {string} hex six digits */
function isGrey(hex) {
  if (!/^[0-9a-f]{6}$/i.test(hex)) return false;
  const parts = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const [least, most] = [Math.min(...parts), Math.max(...parts)];
  return most - least <= 24 && least >= 0x60 && most <= 0xe0;
}

/**
 * Counts the conditions of each table of an ODS that strike or grey, in order: the styles that they apply.
 * @param {string} content the text of content.xml
 * @param {readonly string[]} texts of styles.xml and content.xml
 * @param {ReadonlySet<string>} struck names of styles that strike
 */
export function countTableConditions(content, texts, struck) {
  const muted = new Set(struck);
  const applied = new Map();
  for (const style of texts.flatMap((text) => text.split(/<(?:[\w.-]+:)?style\s/).slice(1))) {
    const name = attributeOf(style.split(">", 1)[0], "name");
    const [body = ""] = style.split(/<\/(?:[\w.-]+:)?style>/, 1);
    const [, colour = ""] = /fo:color="#([0-9a-f]{6})"/i.exec(body) ?? [];
    if (isGrey(colour)) muted.add(name);
    applied.set(name, namesIn(body, "map"));
  }
  return content
    .split(/<(?:[\w.-]+:)?table\s/)
    .slice(1)
    .map((table) => {
      const used = new Set([...table.matchAll(/style-name="([^"]*)"/g)].map(([, name]) => name));
      const named = [...used].flatMap((name) => applied.get(name) ?? []);
      return new Set([...named, ...namesIn(table, "condition")].filter((name) => muted.has(name))).size;
    });
}

function namesIn(text, tag) {
  return [...text.matchAll(new RegExp(`<(?:[\\w.-]+:)?${tag}\\s([^<>]*)>`, "g"))]
    .map(([, attributes]) => attributeOf(attributes, "apply-style-name"))
    .filter((name) => name !== "");
}
