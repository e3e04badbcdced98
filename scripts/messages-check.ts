import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { findAbsentGroups, findFaults, flattenMessages, type FlatMessages } from "@/lib/i18n/message-rules";
import { NAMESPACES } from "@/lib/i18n/messages";
import { findRetiredWords } from "@/lib/i18n/retired-words";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, "lib/i18n/messages");

const catalogues = Object.fromEntries(LOCALES.map((locale) => [locale, readCatalogue(locale)])) as Record<
  Locale,
  FlatMessages
>;
/** Folders whose sources put words on screens and in letters. */
const SPEAKING = ["app", "components", "lib"];

const faults = [
  ...unknownNouns(),
  ...absentGroups(),
  ...[...findFaults(catalogues), ...findRetiredWords(catalogues)].map(
    ({ locale, key, text }) => `${locale} ${key}: ${text}`,
  ),
];

for (const fault of faults) console.error(fault);
console.log(
  `messages: ${Object.keys(catalogues.fr).length} keys in ${LOCALES.length} languages, ${faults.length} faults`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Every file of a language, keyed by noun: "ui.close". */
function readCatalogue(locale: Locale): FlatMessages {
  const nouns = nounsOf(locale).map((noun) => [
    noun,
    JSON.parse(readFileSync(join(FOLDER, locale, `${noun}.json`), "utf8")) as unknown,
  ]);
  return flattenMessages(Object.fromEntries(nouns));
}

/** A file that the loader does not list would never be shown; one that it lists must exist. */
function unknownNouns(): string[] {
  const listed: readonly string[] = NAMESPACES;
  return LOCALES.flatMap((locale) => {
    const present = nounsOf(locale);
    return [
      ...present
        .filter((noun) => !listed.includes(noun))
        .map((noun) => `${locale} ${noun}.json: not in NAMESPACES`),
      ...listed
        .filter((noun) => !present.includes(noun))
        .map((noun) => `${locale} ${noun}.json: no such file`),
    ];
  });
}

/** A group that is asked for by a name it no longer has would be shown as its key. */
function absentGroups(): string[] {
  return SPEAKING.flatMap(sourcesIn).flatMap((path) =>
    findAbsentGroups(readFileSync(path, "utf8"), catalogues.fr).map(
      (group) => `${path}: there is no group ${group}`,
    ),
  );
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(ROOT, folder, path));
}

function nounsOf(locale: Locale): string[] {
  return readdirSync(join(FOLDER, locale))
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replace(/\.json$/, ""));
}
