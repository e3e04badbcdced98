import { LOCALES, type Locale } from "@/lib/i18n/locale";

/** A noun in its forms: "night-contact", "nightContact", "NightContact", "night_contact", "night-contacts", "NC". */
export type NounNames = {
  noun: string;
  nouns: string;
  camel: string;
  Noun: string;
  table: string;
  letters: string;
  /** Names of one and of several, as its readers call them. */
  called: Record<Locale, { one: string; many: string }>;
};

/** Throws where a name would not be one of code, of SQL or of an address. */
export function nameNoun({
  noun,
  nouns,
  letters,
  called,
}: Omit<NounNames, "camel" | "Noun" | "table">): NounNames {
  for (const name of [noun, nouns])
    if (!/^[a-z]+(-[a-z]+)*$/.test(name))
      throw new Error(`"${name}" is no name in small letters and hyphens.`);
  if (!/^[A-Z]{1,3}$/.test(letters)) throw new Error(`"${letters}" are not one to three capitals.`);
  const Noun = noun.replace(/(?:^|-)([a-z])/g, (_all, letter: string) => letter.toUpperCase());
  const camel = `${Noun.charAt(0).toLowerCase()}${Noun.slice(1)}`;
  return { noun, nouns, letters, called, Noun, camel, table: noun.replaceAll("-", "_") };
}

/** Reads "visite, visites" for each language. */
export function readCalled(typed: Record<string, unknown>): NounNames["called"] {
  const entries = LOCALES.map((locale) => {
    const [one = "", many = ""] = String(typed[locale] ?? "")
      .split(",")
      .map((name) => name.trim());
    if (!one || !many) throw new Error(`--${locale} "one, several" is missing.`);
    return [locale, { one, many }] as const;
  });
  return Object.fromEntries(entries) as NounNames["called"];
}
