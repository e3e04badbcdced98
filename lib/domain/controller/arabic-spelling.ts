/** Shorter words are whole without what may stand before them. */
const LEAST_LETTERS = 3;
const ARTICLE = new RegExp(`^ال(?=\\p{Script=Arabic}{${LEAST_LETTERS}})`, "u");
const BEFORE = new RegExp(`^[وف]?[بلك]?(?:ال|ل)?(?=\\p{Script=Arabic}{${LEAST_LETTERS}})`, "u");

/**
 * A word as names are compared, however Arabic writes it: without the article, with one letter each for alef maqsura and ya, ta
 * marbuta and ha, kaf, and without a hamza that stands alone. `plainWords` has taken marks, the tatweel and hamzas on letters away.
 */
export function spellingKey(plain: string): string {
  if (!/\p{Script=Arabic}/u.test(plain)) return plain;
  const spelled = plain
    .replace(/[ىی]/gu, "ي")
    .replace(/[ةۀە]/gu, "ه")
    .replaceAll("ک", "ك")
    .replaceAll("ء", "");
  return spelled.replace(ARTICLE, "");
}

/** A word also without "and", "for", "with", "as" and the article, which Arabic writes before it without a space. */
export function withoutPrefixes(plain: string): string[] {
  const bare = BEFORE.exec(plain)?.[0] ?? "";
  // The article is one: no word begins in its middle.
  const isInArticle = (length: number) => plain.slice(length - 1, length + 1) === "ال";
  const lengths = Array.from({ length: bare.length + 1 }, (_, length) => length);
  return [...new Set(lengths.filter((length) => !isInArticle(length)).map((length) => plain.slice(length)))];
}
