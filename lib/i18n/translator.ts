import { createTranslator } from "use-intl/core";
import { elideBeforeValues } from "./elision";
import formatMessage from "./format-message";
import type { Locale } from "./locale";
import { loadMessages, type Noun } from "./messages";

/** A translator as `useTranslations` gives, for letters, exports and mails: no request and no React. */
export type Translator = {
  (key: string, values?: Record<string, string | number | Date>): string;
  has(key: string): boolean;
};

type LibraryTranslator = Translator & { raw(key: string): string };

/** `const t = await translator("fr", "ui")`. A missing key throws: a letter must not leave with a key in it. */
export async function translator(locale: Locale, noun: Noun): Promise<Translator> {
  const messages = await loadMessages(locale);
  // use-intl types keys as literals; letters and exports make theirs from data, and one that is missing throws.
  const translate = createTranslator({
    locale,
    messages,
    namespace: noun,
    onError: (error) => {
      throw error;
    },
  }) as unknown as LibraryTranslator;
  return remembering(locale === "fr" ? eliding(translate) : translate);
}

/** Says « d’Orvelle » where the sentence has « de {name} ». */
function eliding(translate: LibraryTranslator): Translator {
  const t = (key: string, values?: Parameters<Translator>[1]) => {
    if (!values) return translate(key);
    const message = translate.raw(key);
    const elided = elideBeforeValues(message, values, "fr");
    return elided === message
      ? translate(key, values)
      : String(formatMessage(key, elided, values, { locale: "fr" }));
  };
  return Object.assign(t, { has: (key: string) => translate.has(key) });
}

/** Caches sentences without values, which a register repeats ten thousand times. */
function remembering(translate: Translator): Translator {
  const stated = new Map<string, string>();
  const t = (key: string, values?: Parameters<Translator>[1]) => {
    if (values) return translate(key, values);
    const before = stated.get(key);
    if (before !== undefined) return before;
    const text = translate(key);
    stated.set(key, text);
    return text;
  };
  return Object.assign(t, { has: (key: string) => translate.has(key) });
}
