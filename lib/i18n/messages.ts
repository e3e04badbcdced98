import type { AbstractIntlMessages } from "use-intl";
import { isolateMessages } from "./bidi";
import type { Locale } from "./locale";

/** Namespaces: one file per noun and language, named after the noun. */
export const NOUNS = [
  "access-log",
  "account",
  "account-page",
  "answer",
  "attachment",
  "audit",
  "authorisation",
  "authorisation-letter",
  "authorisation-matrix",
  "breach-notice",
  "breach-notice-letter",
  "breach",
  "bulk",
  "busy",
  "call-script",
  "campaign",
  "call-log",
  "choice",
  "compliance",
  "consultation",
  "contact",
  "contract",
  "contract-clauses",
  "contract-end",
  "contract-gaps",
  "controller",
  "countries",
  "dossier",
  "dossier-file",
  "dossier-readme",
  "dpo-figures",
  "dpo-work",
  "example",
  "export",
  "export-page",
  "flow-down",
  "form",
  "gaps",
  "grant",
  "history",
  "import",
  "import-page",
  "incident",
  "instruction",
  "journal",
  "journal-clear",
  "journal-key",
  "letter",
  "lifecycle",
  "link-sign-in",
  "list",
  "mail",
  "measure",
  "measure-library",
  "member",
  "minor",
  "night-contact",
  "obligation",
  "organisation",
  "outbox",
  "portal",
  "portal-decision",
  "portal-instruction",
  "public-page",
  "published",
  "record",
  "register-import",
  "rights-request",
  "search",
  "security",
  "setup",
  "shell",
  "sub-processor",
  "sub-processor-gaps",
  "telephone",
  "template",
  "template-library",
  "thread",
  "today",
  "transfer",
  "transfer-annexes",
  "transfer-gaps",
  "ui",
  "watch-feed",
] as const;
export type Noun = (typeof NOUNS)[number];

/** Namespaces of the browser code of every page; a page adds its own nouns. */
export const SHARED_NOUNS = ["incident", "shell", "ui"] as const satisfies readonly Noun[];

export type Messages = Record<string, AbstractIntlMessages>;

const loaded = new Map<Locale, Promise<Messages>>();

/** Every sentence of one language, by noun. Read once per process. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale);
  if (known) return known;
  const reading = Promise.all(NOUNS.map(async (noun) => [noun, await readNoun(locale, noun)] as const)).then(
    (entries): Messages => withShared(Object.fromEntries(entries)),
  );
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
