import type { NameEntry, NameIndex } from "./name-index";
import { arabicConsonants, isTelling, isTransliteration, latinConsonants } from "./transliteration";

type Name = { name: string; entries: readonly NameEntry[] };
type Names = ReadonlyMap<string, readonly Name[]>;

/**
 * Makes a finder of names of one word that a word of the other script may write: "أورفيل" of "Orvelle". No rule does it safely: each is
 * asked about.
 */
export function transliterationFinder(index: NameIndex): (joined: string) => NameEntry[] {
  // Few texts hold both scripts: names are read by their consonants once a word asks for them.
  const latin = once(() => byConsonants(index, (name) => !isArabic(name), latinConsonants));
  const arabic = once(() => byConsonants(index, isArabic, arabicRows));
  return (joined) => {
    const found = isArabic(joined)
      ? alike(arabicRows(joined), latin(), (name) => isTransliteration(joined, name))
      : arabic().size === 0
        ? []
        : alike(latinConsonants(joined), arabic(), (name) => isTransliteration(name, joined));
    return [...new Set(found)];
  };
}

function alike(rows: readonly string[], names: Names, isWritten: (name: string) => boolean): NameEntry[] {
  const near = new Set(rows.flatMap((row) => names.get(row) ?? []));
  return [...near].filter(({ name }) => isWritten(name)).flatMap(({ entries }) => entries);
}

function byConsonants(
  { names }: NameIndex,
  isOfScript: (name: string) => boolean,
  rowsOf: (name: string) => readonly string[],
): Names {
  const index = new Map<string, Name[]>();
  for (const [name, all] of names) {
    const entries = all.filter(({ use, words }) => use !== "person" && words === 1);
    if (entries.length === 0 || !/^\p{L}+$/u.test(name) || !isOfScript(name)) continue;
    for (const row of rowsOf(name)) {
      // A short row calls a whole name, and none by one word of several: "Voix" is no more than "فوق".
      const called = isTelling(row) ? entries : entries.filter(({ use }) => use !== "word");
      if (called.length > 0) index.set(row, [...(index.get(row) ?? []), { name, entries: called }]);
    }
  }
  return index;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function isArabic(word: string): boolean {
  return /\p{Script=Arabic}/u.test(word);
}

function arabicRows(word: string): string[] {
  const row = arabicConsonants(word);
  return row === null ? [] : [row];
}
