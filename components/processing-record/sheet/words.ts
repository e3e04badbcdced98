import type { Instrument } from "@/lib/domain/processing-record/content";
import { formatList, formatPartialDate } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

/** Part of next-intl's translator without a namespace. */
export type Translate = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

export function countryName(code: string, t: Translate): string {
  return t.has(`countries.${code}`) ? t(`countries.${code}`) : code;
}

/** Example: "scc-2021-914:2" → "CCT M2", from the projection of the lists. */
export function shortInstrument(coded: string, t: Translate): string {
  const [instrument = "", module] = coded.split(":");
  const key = `record.instrumentsShort.${instrument}`;
  const name = t.has(key) ? t(key) : instrument;
  return module ? t("record.instrumentsShort.module", { instrument: name, module }) : name;
}

/** Example: "Clauses contractuelles types 2021/914, module 2, de responsable à sous-traitant". */
export function longInstrument(instrument: Instrument, module: number | null, t: Translate): string {
  const name = t(`record.instruments.${instrument}`);
  return module
    ? t("record.values.moduleOf", { instrument: name, module: t(`record.modules.${module}`) })
    : name;
}

/** Example: "2024-03" → "mars 2024". */
export function partialDay(value: string, locale: Locale): string {
  return formatPartialDate({ value, text: "" }, locale);
}

/** Sorts by the collation of the language. */
export function countryOptions(
  names: Record<string, string>,
  locale: Locale,
): { value: string; label: string }[] {
  const collator = new Intl.Collator(locale);
  return Object.entries(names)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => collator.compare(a.label, b.label));
}

/** Formats the parameters of a gap. */
export function gapWords(t: Translate, locale: Locale) {
  return {
    country: (code: string) => countryName(code, t),
    list: (items: string[]) => formatList(items, locale),
    date: (value: string) => partialDay(value, locale),
    measure: (code: string) => t(`measure-library.entries.${code}.title`),
    requirement: (requirement: string) => t(`record.requirements.${requirement}`),
    unnamed: t("gaps.unnamedCountry"),
  };
}
