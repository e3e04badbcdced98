import type { MeasureWords } from "@/lib/domain/measure/own-words";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";

/** Library words in every language; empty for own measures. */
export async function libraryWords(code: string | null): Promise<Partial<Record<Locale, MeasureWords>>> {
  if (!code) return {};
  const stated = await Promise.all(
    LOCALES.map(async (locale) => {
      const t = await translator(locale, "measure-library");
      return [locale, { title: t(`entries.${code}.title`), description: t(`entries.${code}.text`) }] as const;
    }),
  );
  return Object.fromEntries(stated);
}
