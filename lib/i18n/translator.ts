import { createTranslator } from "use-intl/core";
import type { Locale } from "./locale";
import { loadMessages, type Noun } from "./messages";

/** A translator as `useTranslations` gives, for letters, exports and mails: no request and no React. */
export type Translator = {
  (key: string, values?: Record<string, string | number | Date>): string;
  has(key: string): boolean;
};

/** `const t = await translator("fr", "ui")`. A missing key throws: a letter must not leave with a key in it. */
export async function translator(locale: Locale, noun: Noun): Promise<Translator> {
  const messages = await loadMessages(locale);
  // use-intl types keys as literals; letters and exports make theirs from data, and one that is missing throws.
  return createTranslator({
    locale,
    messages,
    namespace: noun,
    onError: (error) => {
      throw error;
    },
  }) as unknown as Translator;
}
