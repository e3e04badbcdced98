import { titleOf } from "@/lib/domain/measure/naming";
import type { NamedMeasure } from "@/lib/domain/measure/types";
import { gapMessageKey } from "@/lib/domain/processing-record/completeness";
import type { UseRequirement } from "@/lib/domain/sub-processor/readiness";
import { formatGapParams } from "@/lib/domain/processing-record/gap-params";
import type { Gap } from "@/lib/domain/processing-record/types";
import { formatList, formatPartialDate } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";

export type RegisterWords = {
  locale: Locale;
  /** Words of one entry. */
  record: Translator;
  /** Words of the document around it: `document.*`, `csv.*`. */
  document: Translator;
  /** Example: "MA" → "Maroc". */
  country: (code: string) => string;
  /** Title of a measure: the organisation's words, or the library's. */
  measure: (measure: NamedMeasure) => string;
  gap: (gap: Gap) => { short: string; write: string };
};

export async function loadRegisterWords(locale: Locale): Promise<RegisterWords> {
  const [record, document, countries, gaps, library] = await Promise.all([
    translator(locale, "record"),
    translator(locale, "export"),
    translator(locale, "countries"),
    translator(locale, "gaps"),
    translator(locale, "measure-library"),
  ]);
  const country = (code: string) => (countries.has(code) ? countries(code) : code);
  const piece = (code: UseRequirement) => record(`requirements.${code}`);
  const libraryTitle = (code: string) => library(`entries.${code}.title`);
  return {
    locale,
    record,
    document,
    country,
    measure: (measure) => titleOf(measure, libraryTitle),
    gap: (gap) => describeGap(gap, { locale, gaps, country, measure: libraryTitle, requirement: piece }),
  };
}

function describeGap(
  { rule, params }: Gap,
  {
    locale,
    gaps,
    country,
    measure,
    requirement: piece,
  }: Pick<RegisterWords, "locale" | "country"> & {
    gaps: Translator;
    measure: (code: string) => string;
    requirement: (code: UseRequirement) => string;
  },
): { short: string; write: string } {
  const key = gapMessageKey(rule).replace(/^gaps\./, "");
  const stated = formatGapParams(params, {
    country,
    list: (items) => formatList(items, locale),
    date: (value) => formatPartialDate({ value, text: "" }, locale),
    measure,
    requirement: piece,
    unnamed: gaps("unnamedCountry"),
  });
  return { short: gaps(`${key}.short`, stated), write: gaps(`${key}.write`, stated) };
}
