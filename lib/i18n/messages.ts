import type { AbstractIntlMessages } from "use-intl";
import { type AnyNoun, NOUNS } from "@/lib/domain/nouns/nouns";
import { isolateMessages } from "./bidi";
import type { Locale } from "./locale";

/** Namespaces of pages, letters and libraries; that of a noun is the one where its manifest finds its fields. */
const PARTS = [
  "access-log",
  "account",
  "account-page",
  "answer",
  "attachment",
  "audit",
  "authorisation-letter",
  "authorisation-matrix",
  "breach-notice-letter",
  "bulk",
  "busy",
  "compliance",
  "contract-clauses",
  "contract-gaps",
  "countries",
  "data-law",
  "dossier",
  "dossier-file",
  "dossier-readme",
  "dpo-figures",
  "example",
  "export",
  "export-page",
  "flow-down",
  "form",
  "gaps",
  "history",
  "import",
  "import-page",
  "incident",
  "journal",
  "journal-clear",
  "journal-key",
  "letter",
  "law-page",
  "lifecycle",
  "link-sign-in",
  "list",
  "mail",
  "measure-library",
  "notification",
  "obligation",
  "parent",
  "party-parts",
  "portal",
  "portal-decision",
  "portal-instruction",
  "published",
  "register-import",
  "search",
  "security",
  "setup",
  "shell",
  "sub-processor-gaps",
  "template",
  "template-library",
  "thread",
  "today",
  "transfer-annexes",
  "transfer-gaps",
  "ui",
] as const;

type Named = Extract<AnyNoun, { fieldWords: string }>;
export type Noun =
  (typeof PARTS)[number] | (Named["fieldWords"] extends `${infer Name}.fields${string}` ? Name : never);

/** Namespaces: one file for each and each language, of its name. */
export const NAMESPACES: readonly Noun[] = [...new Set([...PARTS, ...NOUNS.flatMap(namespaceOf)])];

function namespaceOf(noun: AnyNoun): Noun[] {
  return "fieldWords" in noun ? [noun.fieldWords.slice(0, noun.fieldWords.indexOf(".")) as Noun] : [];
}

/** Namespaces of the browser code of every page; a page adds its own nouns. */
export const SHARED_NOUNS = ["incident", "shell", "ui"] as const satisfies readonly Noun[];

export type Messages = Record<string, AbstractIntlMessages>;

const loaded = new Map<Locale, Promise<Messages>>();

/** Every sentence of one language, by noun. Read once per process. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale);
  if (known) return known;
  const reading = Promise.all(
    NAMESPACES.map(async (noun) => [noun, await readNoun(locale, noun)] as const),
  ).then((entries): Messages => withShared(Object.fromEntries(entries)));
  loaded.set(locale, reading);
  return reading;
}

/**
 * Adds what a noun says in places that all nouns share, the journal and the sidebar: its file has it under `shared`, by
 * namespace, so that a new noun changes no other file of words.
 */
export function withShared(messages: Messages): Messages {
  const shared = Object.values(messages).map((words) => words.shared ?? {});
  return shared.filter(isBranch).reduce(merged, messages) as Messages;
}

function merged(into: AbstractIntlMessages, words: AbstractIntlMessages): AbstractIntlMessages {
  const entries = Object.entries(words).map(([key, value]) => {
    const own = into[key];
    return [key, isBranch(own) && isBranch(value) ? merged(own, value) : value] as const;
  });
  return { ...into, ...Object.fromEntries(entries) };
}

function isBranch(value: unknown): value is AbstractIntlMessages {
  return typeof value === "object" && value !== null;
}

/** The nouns a browser needs and no other: every message sent is paid for by whoever waits for the page. */
export function pickMessages(messages: Messages, nouns: readonly Noun[]): Messages {
  return Object.fromEntries(nouns.map((noun) => [noun, messages[noun] ?? {}]));
}

/**
 * Understood alike by the bundler, which makes one chunk per file, and by plain Node for letters, exports and the
 * factories of the browser tests, which asks that JSON be called so.
 */
async function readNoun(locale: Locale, noun: Noun): Promise<AbstractIntlMessages> {
  const file: { default: AbstractIntlMessages } = await import(`./messages/${locale}/${noun}.json`, {
    with: { type: "json" },
  });
  return isolateMessages(file.default, locale);
}
