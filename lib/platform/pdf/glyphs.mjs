import { readFileSync } from "node:fs";

const REPLACEMENT = "\ufffd";
/** Drawn by DejaVu Sans Mono, which is inside the compiler: arrows, ticks and the shapes people type in lists. */
const DRAWN_BY_COMPILER =
  /[\u2190-\u2199\u21d0-\u21d5\u2248\u2260\u2264\u2265\u25a0\u25a1\u25aa\u25b2\u25b6\u25ba\u25bc\u25c6\u25cb\u25cf\u2605\u2606\u260e\u2610-\u2612\u2713\u2714\u2717\u2718]/;
/** Line feeds are layout; joiners and directions draw nothing and are needed by Arabic. */
const KEPT = /[\n\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069]/;
/** PDF/UA-1 refuses U+0000 and U+FEFF even where a font claims them. */
const LEFT_OUT = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/**
 * A character that no font draws would make the whole document refused (PDF/UA-1 wants every glyph), so it is
 * replaced by U+FFFD, and control characters are left out. Says what it replaced, each character once.
 *
 * @param {unknown} value anything JSON holds
 * @param {(codePoint: number) => boolean} isDrawn
 * @param {Set<string>} replaced
 * @returns {unknown}
 */
export function keepDrawable(value, isDrawn, replaced) {
  if (typeof value === "string") return drawableText(value, isDrawn, replaced);
  if (Array.isArray(value)) return value.map((item) => keepDrawable(item, isDrawn, replaced));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, keepDrawable(item, isDrawn, replaced)]),
  );
}

function drawableText(text, isDrawn, replaced) {
  let drawable = "";
  for (const sign of text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/\t/g, " ")) {
    if (KEPT.test(sign)) drawable += sign;
    else if (LEFT_OUT.test(sign)) continue;
    else if (DRAWN_BY_COMPILER.test(sign) || isDrawn(sign.codePointAt(0))) drawable += sign;
    else {
      replaced.add(sign);
      // One for a run: a name of four characters that cannot be drawn is one thing missing.
      if (!drawable.endsWith(REPLACEMENT)) drawable += REPLACEMENT;
    }
  }
  return drawable;
}

/**
 * The characters a TrueType font draws, read from its cmap (formats 4 and 12).
 *
 * @param {string[]} paths
 * @returns {(codePoint: number) => boolean} true when any of the fonts draws it
 */
export function readCoverage(paths) {
  const ranges = paths.flatMap((path) => readRanges(readFileSync(path))).sort((a, b) => a[0] - b[0]);
  const known = new Map();
  return (codePoint) => {
    if (!known.has(codePoint))
      known.set(
        codePoint,
        ranges.some(([first, last]) => first <= codePoint && codePoint <= last),
      );
    return known.get(codePoint);
  };
}

/** @returns {[first: number, last: number][]} */
function readRanges(font) {
  const cmap = tableOffset(font, "cmap");
  const count = font.readUInt16BE(cmap + 2);
  return Array.from(
    { length: count },
    (_, index) => cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4),
  ).flatMap((at) => {
    const format = font.readUInt16BE(at);
    if (format === 12) return readGroups(font, at);
    return format === 4 ? readSegments(font, at) : [];
  });
}

function tableOffset(font, tag) {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    if (font.toString("latin1", at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no ${tag} table.`);
}

function readGroups(font, at) {
  const count = font.readUInt32BE(at + 12);
  return Array.from({ length: count }, (_, index) => {
    const group = at + 16 + index * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

/** Segments may hold holes (glyph 0), so each character is looked up. */
function readSegments(font, at) {
  const count = font.readUInt16BE(at + 6) / 2;
  return Array.from({ length: count }, (_, index) => {
    const end = at + 14 + index * 2;
    const start = end + count * 2 + 2;
    const [first, last] = [font.readUInt16BE(start), font.readUInt16BE(end)];
    const delta = font.readUInt16BE(start + count * 2);
    const rangeAt = start + count * 4;
    return codePoints(first, last).filter((code) => glyphOf(font, { code, first, delta, rangeAt }) !== 0);
  })
    .flat()
    .map((code) => [code, code]);
}

function codePoints(first, last) {
  if (first === 0xffff) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function glyphOf(font, { code, first, delta, rangeAt }) {
  const offset = font.readUInt16BE(rangeAt);
  if (offset === 0) return (code + delta) & 0xffff;
  const glyph = font.readUInt16BE(rangeAt + offset + (code - first) * 2);
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}
