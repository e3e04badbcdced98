import type { Locale } from "./locale";
import { readShape } from "./message-arguments";

/** A catalogue flattened: "records.title" → sentence. */
export type FlatMessages = Record<string, string>;
export type MessageFault = { locale: Locale; key: string; text: string };

/** Plural forms without which a language reads wrong; Arabic counts in twos, few and many. */
const NEEDED_FORMS: Record<Locale, readonly string[]> = {
  fr: ["one", "other"],
  en: ["one", "other"],
  ar: ["one", "two", "few", "many", "other"],
};

const MONTH = "janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc";

type Rule = { wrong: RegExp; text: string };
const EVERYWHERE: readonly Rule[] = [
  { wrong: /'/, text: "apostrophe droite : ’ est attendu (and not ')" },
  { wrong: /"/, text: 'straight double quote "' },
  { wrong: /09-08/, text: "U+2011 in 09\u201108: the law’s number stays whole" },
  { wrong: /\.\.\./, text: "three dots: … is expected" },
  { wrong: /npm run|[A-Z]{2}_[A-Z]{2}/, text: "a command or a setting belongs in the operator’s guide" },
];
const BY_LOCALE: Record<Locale, readonly Rule[]> = {
  fr: [
    { wrong: /(?<!\u00a0):(?=\s|$)/, text: "U+00A0 before a colon" },
    { wrong: /(?<!\u202f)[;!?](?=[\s»)]|$)/, text: "U+202F before ; ! ?" },
    { wrong: /«(?!\u00a0)/, text: "U+00A0 after «" },
    { wrong: /(?<!\u00a0)»/, text: "U+00A0 before »" },
    { wrong: /\b(?:fut|furent|eut|eurent)\b/, text: "passé composé rather than passé simple" },
    { wrong: /\bart\. /, text: "no break inside « art. 33(2) »" },
    {
      wrong: new RegExp(`\\d (?:${MONTH}|h\\b|%|€)`),
      text: "no break between a figure and its unit or month",
    },
  ],
  en: [],
  ar: [{ wrong: /[٠-٩۰-۹]/, text: "European digits, as in Morocco" }],
};

/** { a: { b: "x" } } → { "a.b": "x" } */
export function flattenMessages(tree: unknown, prefix = ""): FlatMessages {
  if (typeof tree === "string") return { [prefix]: tree };
  if (typeof tree !== "object" || tree === null)
    throw new Error(`${prefix} is neither a sentence nor a group`);
  return Object.entries(tree).reduce<FlatMessages>(
    (all, [key, value]) => Object.assign(all, flattenMessages(value, prefix ? `${prefix}.${key}` : key)),
    {},
  );
}

const ASKED_GROUP = /\b(?:(?:get|use)Translations|titled)\(\s*"([\w.-]+)"/g;
const ASKED_TITLE = /\btitled\(\s*"([\w.-]+)",\s*"([\w.-]+)"/g;

/** Lists the groups of sentences, and the titles of pages, that a source asks for by name and that the catalogue lacks. */
export function findAbsentGroups(source: string, catalogue: FlatMessages): string[] {
  const keys = Object.keys(catalogue);
  const groups = [...source.matchAll(ASKED_GROUP)]
    .flatMap(([, group]) => group ?? [])
    .filter((group) => !keys.some((key) => key.startsWith(`${group}.`)));
  const titles = [...source.matchAll(ASKED_TITLE)]
    .map(([, group, title]) => `${group}.${title}`)
    .filter((title) => !keys.some((one) => one === title || one.endsWith(`.shared.${title}`)));
  return [...groups, ...titles];
}

/** Every language says the same things, asks for the same values, and is set as its readers expect. */
export function findFaults(catalogues: Record<Locale, FlatMessages>): MessageFault[] {
  const locales = Object.keys(catalogues) as Locale[];
  const keys = [...new Set(locales.flatMap((locale) => Object.keys(catalogues[locale])))].sort();
  return keys.flatMap((key) => [
    ...locales.flatMap((locale) => faultsOf(locale, key, catalogues[locale][key])),
    ...disagreements(catalogues, locales, key),
  ]);
}

function faultsOf(locale: Locale, key: string, message: string | undefined): MessageFault[] {
  if (message === undefined) return [{ locale, key, text: "missing" }];
  if (message.trim() === "") return [{ locale, key, text: "empty" }];
  const shape = shapeOf(message);
  if (typeof shape === "string") return [{ locale, key, text: shape }];
  return [
    ...[...EVERYWHERE, ...BY_LOCALE[locale]]
      .filter(({ wrong }) => wrong.test(message))
      .map(({ text: says }) => ({ locale, key, text: says })),
    ...shape.plurals
      .flatMap(({ forms }) =>
        NEEDED_FORMS[locale].filter((form) => !forms.includes(form) && !isExact(forms, form)),
      )
      .map((form) => ({ locale, key, text: `plural form "${form}" is missing` })),
  ];
}

/** "=1" does for "one" and "=2" for "two". */
function isExact(forms: string[], form: string): boolean {
  return (form === "one" && forms.includes("=1")) || (form === "two" && forms.includes("=2"));
}

function disagreements(
  catalogues: Record<Locale, FlatMessages>,
  locales: readonly Locale[],
  key: string,
): MessageFault[] {
  const asked = locales.flatMap((locale) => {
    const message = catalogues[locale][key];
    const shape = message === undefined ? undefined : shapeOf(message);
    return shape === undefined || typeof shape === "string" ? [] : [{ locale, asks: shape.asks.join(", ") }];
  });
  const [first, ...others] = asked;
  if (!first) return [];
  return others
    .filter(({ asks }) => asks !== first.asks)
    .map(({ locale, asks }) => ({
      locale,
      key,
      text: `asks for [${asks}], ${first.locale} for [${first.asks}]`,
    }));
}

function shapeOf(message: string): ReturnType<typeof readShape> | string {
  try {
    return readShape(message);
  } catch (error) {
    return `not ICU: ${error instanceof Error ? error.message : String(error)}`;
  }
}
