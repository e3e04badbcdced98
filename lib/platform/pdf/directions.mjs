const OPEN = "\u2068";
const CLOSE = "\u2069";
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Makes of every text that holds Arabic, in a document read from left to right, a first-strong isolate: what stands
 * beside it on its line, a count or the number of a page, keeps its place. An Arabic document comes with its isolates.
 *
 * @param {Record<string, unknown> | unknown[]} data changed in place: a second register would take its memory again
 * @param {string} locale
 */
export function isolateArabic(data, locale) {
  if (locale === "ar" || typeof data !== "object" || data === null) return;
  for (const [key, part] of Object.entries(data)) {
    if (typeof part !== "string") isolateArabic(part, locale);
    else if (RIGHT_TO_LEFT.test(part)) data[key] = isolateLines(part);
  }
}

/** An isolate ends with its line. */
function isolateLines(text) {
  return text
    .split("\n")
    .map((line) => (RIGHT_TO_LEFT.test(line) ? `${OPEN}${line}${CLOSE}` : line))
    .join("\n");
}
