import { useLocale, useTranslations } from "next-intl";
import { NO_COUNTRY } from "@/lib/domain/import/read-transfer";
import type { Doubt } from "@/lib/domain/import/types";
import { formatList, formatPartialDate } from "@/lib/i18n/format";

/** A doubt without words of its own gets general ones. */
export function useDoubtWords() {
  const [t, page] = [useTranslations("import"), useTranslations("import-page")];
  const formatParams = useParamWords();
  return ({ field, key, params }: Doubt): string => {
    if (t.has(`doubts.${key}`))
      return t(`doubts.${key}`, {
        country: NO_COUNTRY,
        ...formatParams(params),
        field: t(`targets.${field}`),
      });
    return params.text ? page("doubts.other", { text: params.text }) : page("doubts.notStated");
  };
}

/** Formats codes for people: "MA", "MA|TN", "2024-03". */
function useParamWords() {
  const t = useTranslations("countries");
  const locale = useLocale();
  const country = (code: string) => (t.has(code) ? t(code) : code);
  const translate: Readonly<Record<string, (value: string) => string>> = {
    country,
    countries: (codes) => formatList(codes.split("|").map(country), locale),
    date: (value) => formatPartialDate({ value, text: "" }, locale),
  };
  return (params: Doubt["params"]): Record<string, string> =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, translate[name]?.(value) ?? value]),
    );
}
