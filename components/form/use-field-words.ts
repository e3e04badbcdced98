import { useLocale, useTranslations } from "next-intl";
import { entryOf } from "@/lib/domain/invariant/required";
import { readTypedCountry } from "@/lib/forms/typed-countries";
import type { CountryOption } from "@/lib/i18n/country-options";
import { formatDay, formatNumber, joinParts } from "@/lib/i18n/format";

type FieldKind = { kind: string; words?: string };
type Read<K> = (of: K, value: unknown) => string;

/** Reads no words for fields outside the section. */
export function useFieldWords<K>(
  noun: string,
  section: string,
  fields: readonly (readonly [string, K])[],
  readValue: Read<K>,
) {
  const t = useTranslations(`${noun}.fields.${section}`);
  const kinds = new Map(fields);
  return {
    labels: Object.fromEntries(fields.map(([name]) => [name, t(name)])),
    read: (name: string, value: unknown) => readValue(entryOf(kinds, name), value),
  };
}

/** Returns "" where the value is unknown. */
export function useReadValue(noun: string, countries: readonly CountryOption[]): Read<FieldKind> {
  const t = useTranslations(noun);
  const locale = useLocale();
  const nameCountry = (stated: unknown) =>
    countries.find(({ value }) => value === readTypedCountry(String(stated)))?.label ?? String(stated);
  return ({ kind, words }, value) => {
    if (value === null || value === undefined || value === "") return kind === "tick" ? t("no") : "";
    switch (kind) {
      case "tick":
        return t(["true", "on"].includes(String(value)) ? "yes" : "no");
      case "choice":
        return t.has(`choices.${words}.${String(value)}`) ? t(`choices.${words}.${String(value)}`) : "";
      case "day":
        return formatDay(String(value), locale);
      case "count":
        return Number.isFinite(Number(value)) ? formatNumber(Number(value), locale) : String(value);
      case "country":
        return nameCountry(value);
      case "countries":
        return joinParts([value].flat().map(nameCountry), locale);
      case "lines":
        return Array.isArray(value) ? value.join("\n") : String(value);
      default:
        return String(value);
    }
  };
}
