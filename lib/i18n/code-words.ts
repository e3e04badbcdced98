import { foldText } from "@/lib/domain/search/terms";
import { LOCALES } from "./locale";
import { loadMessages, type Messages } from "./messages";

/** A row that entries name by its id: "measure:<id>", with its own title or the library's. */
export type NamedRow = { code: string; title: string; libraryCode: string | null };

/** Code of a value and its words on screens, folded: " donnees genetiques". */
type CodeWords = { code: string; words: string };

/** Fewer letters begin too many words to mean one of them. */
const LEAST_LETTERS = 3;

/**
 * The codes that each folded term means, in whichever language it is asked: "sante", "health" and "صحه" mean
 * "special:health". A term means a code where one of its words begins with it.
 */
export async function codesMeant(
  terms: readonly string[],
  named: readonly NamedRow[],
): Promise<Record<string, string[]>> {
  const known = [...(await wordsOfCodes()), ...(await wordsOfRows(named))];
  return Object.fromEntries(terms.map((term) => [term, codesOf(term, known)]));
}

function codesOf(term: string, known: readonly CodeWords[]): string[] {
  const asked = spaced(term);
  if (asked.trim().length < LEAST_LETTERS) return [];
  return [...new Set(known.filter(({ words }) => words.includes(asked)).map(({ code }) => code))];
}

let reading: Promise<CodeWords[]> | undefined;

/** Reads the words of all languages, once per process. */
function wordsOfCodes(): Promise<CodeWords[]> {
  reading ??= Promise.all(LOCALES.map(loadMessages)).then((languages) => languages.flatMap(wordsIn));
  return reading;
}

function wordsIn({ record = {}, countries = {} }: Messages): CodeWords[] {
  const { specialCategories, legalBases, instruments, placeKinds, fields } = record;
  const minors = typeof fields === "object" ? fields.minorsAnswer : undefined;
  return [
    ...labelled("special", specialCategories),
    ...labelled("basis", legalBases),
    ...labelled("instrument", instruments),
    ...labelled("place-kind", placeKinds),
    ...labelled("country", countries),
    ...(typeof minors === "string" ? [{ code: "minors:yes", words: spaced(minors) }] : []),
  ];
}

function labelled(kind: string, labels: Messages[string] | string | undefined): CodeWords[] {
  if (typeof labels !== "object") return [];
  return Object.entries(labels).flatMap(([key, label]) =>
    typeof label === "string" ? [{ code: `${kind}:${key}`, words: spaced(label) }] : [],
  );
}

/** While nobody has given a measure a title of its own, it has the library's, in every language. */
async function wordsOfRows(named: readonly NamedRow[]): Promise<CodeWords[]> {
  const languages = await Promise.all(LOCALES.map(loadMessages));
  const libraries = languages.map((messages) => messages["measure-library"]?.entries);
  return named.flatMap(({ code, title, libraryCode }) =>
    [title, ...(libraryCode ? libraries.map((entries) => titleIn(entries, libraryCode)) : [])]
      .filter(Boolean)
      .map((words) => ({ code, words: spaced(words) })),
  );
}

function titleIn(entries: Messages[string] | string | undefined, code: string): string {
  const entry = typeof entries === "object" ? entries[code] : undefined;
  const title = typeof entry === "object" ? entry.title : undefined;
  return typeof title === "string" ? title : "";
}

/** Each word after one space, without the Arabic article: " الصحة" and " صحة" are one word. */
function spaced(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/(^| )(?:ال(?=\p{L}{2}))?(?=\S)/gu, " ")
    .trimEnd();
}
