import { foldWords } from "@/lib/domain/search/terms";
import { type Locale, LOCALES } from "./locale";
import { loadMessages, type Messages } from "./messages";

/** A row that entries name by its id: "measure:<id>", with its own title or the library's. */
export type NamedRow = { code: string; title: string; libraryCode: string | null };

/** Code of a value and its words on screens, folded: " donnees genetiques". */
type CodeWords = { code: string; words: string };

/** Fewer letters begin too many words to mean one of them. */
const LEAST_LETTERS = 3;

/** Up to so many letters a word of a concept is an abbreviation: "sar" is not the beginning of "sarre". */
const MOST_ABBREVIATED = 4;

/**
 * The codes that a term or one of the phrases of its meaning means, in whichever language it is asked: "sante", "health" and
 * "صحه" mean "special:health". The term, which is first, means a code where one of its words begins with it.
 */
export async function codesMeant(
  [typed = "", ...phrases]: readonly string[],
  named: readonly NamedRow[],
): Promise<string[]> {
  if (typed.length < LEAST_LETTERS) return [];
  const known = [...(await wordsOfCodes()), ...(await wordsOfRows(named))];
  const asked = [
    ` ${typed}${phrases.length > 0 && typed.length <= MOST_ABBREVIATED ? " " : ""}`,
    ...phrases.map((phrase) => ` ${phrase}${phrase.length <= MOST_ABBREVIATED ? " " : ""}`),
  ];
  const codes = known.flatMap(({ code, words }) => (asked.some((one) => words.includes(one)) ? code : []));
  return [...new Set(codes)];
}

let reading: Promise<CodeWords[]> | undefined;

/** Reads the words of all languages, once per process. */
function wordsOfCodes(): Promise<CodeWords[]> {
  reading ??= Promise.all(LOCALES.map(loadMessages)).then((languages) => languages.flatMap(wordsIn));
  return reading;
}

function wordsIn({ record = {}, countries = {}, "rights-request": requests = {} }: Messages): CodeWords[] {
  const { specialCategories, legalBases, instruments, placeKinds, fields } = record;
  const minors = typeof fields === "object" ? fields.minorsAnswer : undefined;
  return [
    ...labelled("special", specialCategories),
    ...labelled("basis", legalBases),
    ...labelled("instrument", instruments),
    ...labelled("place-kind", placeKinds),
    ...labelled("country", countries),
    ...labelled("right", requests.rights),
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

/** Each word between spaces, without the Arabic article: " الصحة " and " صحة " are one word. */
function spaced(text: string): string {
  return ` ${foldWords(text)} `;
}

/** Says what a code by which a row was found is called on screens; "" for one that has no words of its own. */
export async function wordsOfCode(locale: Locale, code: string, named: readonly NamedRow[]): Promise<string> {
  const at = code.indexOf(":");
  const [kind, value] = [code.slice(0, at), code.slice(at + 1)];
  const messages = await loadMessages(locale);
  const row = named.find((one) => one.code === code);
  if (row?.libraryCode) return titleIn(messages["measure-library"]?.entries, row.libraryCode);
  if (row) return row.title;
  const path = CODE_WORDS[kind]?.replace("#", value);
  return path === undefined ? "" : textAt(messages, path);
}

/** Leads to the words of each kind of code are; # stands for its value. */
const CODE_WORDS: Record<string, string> = {
  special: "record.specialCategories.#",
  basis: "record.legalBases.#",
  instrument: "record.instruments.#",
  "place-kind": "record.placeKinds.#",
  country: "countries.#",
  minors: "record.fields.minorsAnswer",
  right: "rights-request.rights.#",
  tool: "transfer.choices.tool.#",
  clause: "contract-clauses.clauses.#.title",
  notice: "contract.fields.term.noticeCount",
  renewal: "contract.fields.term.renewal",
  assessment: "search.assessment",
};

/** A sentence by the names that lead to it; "" where there is none. */
export function textAt(messages: unknown, path: string): string {
  const found = path
    .split(".")
    .reduce<unknown>(
      (at, name) => (typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined),
      messages,
    );
  return typeof found === "string" ? found : "";
}
