const REPLACEMENT = "\ufffd";
/** Drawn by DejaVu Sans Mono, which is inside the compiler: arrows, ticks and the shapes people type in lists. */
const DRAWN_BY_COMPILER =
  /[\u2190-\u2199\u21d0-\u21d5\u2248\u2260\u2264\u2265\u25a0\u25a1\u25aa\u25b2\u25b6\u25ba\u25bc\u25c6\u25cb\u25cf\u2605\u2606\u260e\u2610-\u2612\u2713\u2714\u2717\u2718]/;
/** Line feeds are layout; joiners and directions draw nothing and are needed by Arabic. */
const RETAINED = /[\n\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069]/;
/** PDF/UA-1 refuses U+0000 and U+FEFF even where a font claims them. */
const LEFT_OUT = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** Characters that JSON escapes, other than line feeds: they may have to be left out or replaced. */
const ESCAPED = /\\[^n"\\]/;

/**
 * A character that no font draws would make the whole document refused (PDF/UA-1 wants every glyph), so it is
 * replaced by U+FFFD, and control characters are left out. Says what it replaced, each character once.
 *
 * @param {unknown} value anything JSON holds
 * @param {(codePoint: number) => boolean} isDrawn
 * @param {Set<string>} replaced
 * @returns {string} as JSON
 */
export function drawableJson(value, isDrawn, replaced) {
  const fates = new Map();
  const fateOf = (codePoint) => {
    if (!fates.has(codePoint)) fates.set(codePoint, decideFate(String.fromCodePoint(codePoint), isDrawn));
    return fates.get(codePoint);
  };
  const keep = (part) => {
    if (typeof part === "string") return drawableText(part, fateOf, replaced);
    if (Array.isArray(part)) return part.map(keep);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, keep(item)]));
  };
  // Nearly every document is drawn as it is, which one look at the whole tells.
  const text = JSON.stringify(value);
  const isWhole = !ESCAPED.test(text) && text.normalize("NFC") === text && isUnchanged(text, fateOf);
  return isWhole ? text : JSON.stringify(keep(value));
}

function drawableText(text, fateOf, replaced) {
  let drawable = "";
  for (const sign of text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/\t/g, " ")) {
    const fate = fateOf(sign.codePointAt(0));
    if (fate === "kept") drawable += sign;
    else if (fate === "replaced") {
      replaced.add(sign);
      // Replaces a run once: a name of four characters that cannot be drawn is one thing missing.
      if (!drawable.endsWith(REPLACEMENT)) drawable += REPLACEMENT;
    }
  }
  return drawable;
}

/** Compares code points, which takes a tenth of the time of building the text anew. */
function isUnchanged(text, fateOf) {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if ((unit & 0xf800) === 0xd800 || fateOf(unit) !== "kept") return false;
  }
  return true;
}

function decideFate(sign, isDrawn) {
  if (RETAINED.test(sign)) return "kept";
  if (LEFT_OUT.test(sign)) return "left out";
  return DRAWN_BY_COMPILER.test(sign) || isDrawn(sign.codePointAt(0)) ? "kept" : "replaced";
}

/**
 * The characters a TrueType font draws, looked up in its cmap (formats 4 and 12).
 *
 * @param {Buffer[]} fonts
 * @returns {(codePoint: number) => boolean} true when any of the fonts draws it
 */
export function readCoverage(fonts) {
  const ranges = fonts.flatMap(readRanges);
  return (codePoint) =>
    ranges.some(({ first, last, holds }) => first <= codePoint && codePoint <= last && holds(codePoint));
}

/** @returns {{ first: number, last: number, holds: (codePoint: number) => boolean }[]} */
function readRanges(font) {
  const { offset: cmap } = findTable(font, "cmap");
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

/**
 * Finds a table of a TrueType font.
 *
 * @param {Buffer} font
 * @param {string} tag "cmap"
 */
export function findTable(font, tag) {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    if (font.toString("latin1", at, at + 4) === tag)
      return { offset: font.readUInt32BE(at + 8), length: font.readUInt32BE(at + 12) };
  }
  throw new Error(`The font has no ${tag} table.`);
}

function readGroups(font, at) {
  const count = font.readUInt32BE(at + 12);
  return Array.from({ length: count }, (_, index) => {
    const group = at + 16 + index * 12;
    return { first: font.readUInt32BE(group), last: font.readUInt32BE(group + 4), holds: () => true };
  });
}

/** Segments may hold holes (glyph 0); the last one ends the table. */
function readSegments(font, at) {
  const count = font.readUInt16BE(at + 6) / 2;
  return Array.from({ length: count }, (_, index) => {
    const end = at + 14 + index * 2;
    const start = end + count * 2 + 2;
    const [first, last] = [font.readUInt16BE(start), font.readUInt16BE(end)];
    const delta = font.readUInt16BE(start + count * 2);
    const rangeAt = start + count * 4;
    return { first, last, holds: (code) => glyphOf(font, { code, first, delta, rangeAt }) !== 0 };
  }).filter(({ first }) => first !== 0xffff);
}

function glyphOf(font, { code, first, delta, rangeAt }) {
  const offset = font.readUInt16BE(rangeAt);
  if (offset === 0) return (code + delta) & 0xffff;
  const glyph = font.readUInt16BE(rangeAt + offset + (code - first) * 2);
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}
