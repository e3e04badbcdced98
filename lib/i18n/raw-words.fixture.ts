import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LOCALES, type Locale } from "@/lib/i18n/locale";

const CATALOGUES = join(import.meta.dirname, "messages");

const HYPHENATED = /(?<![\w@./:-])[a-z]+(?:-[a-z]+)+(?![\w@./-])/g;
const nouns = readdirSync(join(CATALOGUES, "fr")).map((file) => file.replace(".json", ""));
/** A missing message is rendered as its key. */
const RAW_KEY = new RegExp(`(?<![\\w@./-])(${nouns.join("|")})\\.[a-zA-Z][\\w-]*(\\.[\\w-]+)*`);

/** An id of a row, which names nothing to a reader; before an "@" it is the Message-ID under which servers know a letter. */
const RAW_ID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b(?!@)/i;

/** The name of a value of a sentence: « selon word » on a page is one that nobody gave. */
const RAW_VALUE = /(?<![\p{L}\w@./-])word(?![\p{L}\w@./-])/u;

/** A code of several words, and what JavaScript writes for a value that is none. */
const RAW_CODE =
  /(?<![\w@./:#=-])(?:[a-z]+(?:_[a-z\d]+)+|undefined|NaN|Invalid Date|\[object Object\])(?![\w@./-])/;

/** A code of a rule or of a clause, where the article or the thing should be named. */
const RULE_CODE = /\b(?:REG1?|ADV1?|SUB|MINORS)-\w+|\bK\d\d\b/;

/** Codes with a hyphen that key sentences and stand in none: on a page they are a state without its word. */
const RAW_CODES = new Map(LOCALES.map((locale) => [locale, codesWithoutWords(locale)]));

function codesWithoutWords(locale: string): ReadonlySet<string> {
  const [keys, texts] = [new Set<string>(), new Set<string>()];
  const walk = (of: object) => {
    for (const [key, value] of Object.entries(of)) {
      if (key.includes("-")) keys.add(key);
      if (typeof value === "string") for (const [word] of value.matchAll(HYPHENATED)) texts.add(word);
      else walk(value as object);
    }
  };
  for (const noun of nouns)
    walk(JSON.parse(readFileSync(join(CATALOGUES, locale, `${noun}.json`), "utf8")) as object);
  return new Set([...keys].filter((key) => !texts.has(key)));
}

/** Words of the program in the text of a page, where its reader's should stand: keys, ids, codes, names of values. */
export function rawWordsIn(text: string, locale: Locale): string[] {
  const codes = [...text.matchAll(HYPHENATED)].flatMap(([word]) =>
    RAW_CODES.get(locale)?.has(word) ? [word] : [],
  );
  const patterns = [RAW_KEY, RAW_ID, RAW_CODE, RULE_CODE, ...(locale === "en" ? [] : [RAW_VALUE])];
  return [...patterns.flatMap((pattern) => pattern.exec(text)?.[0] ?? []), ...codes];
}
