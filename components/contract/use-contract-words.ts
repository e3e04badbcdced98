import { useLocale, useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome";
import type { CountryOption } from "@/lib/i18n/country-options";
import { formatDay, formatNumber, joinParts } from "@/lib/i18n/format";
import { fieldsOf, type FieldKind, type FieldSection } from "@/lib/domain/contract/deed-fields";

const PREFIX = "contract.";

/** Words for what only a contract can be refused for. */
export function useContractIssues() {
  const t = useTranslations("contract.issues");
  return ({ key, params }: Issue): string | undefined => {
    const own = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
    return t.has(own) ? t(own, params) : undefined;
  };
}

/** Every field of a section by its name, and its value as a person reads it; "" where the contract says nothing. */
export function useSectionWords(section: FieldSection, countries: readonly CountryOption[]) {
  const t = useTranslations("contract");
  const readValue = useReadValue(countries);
  const kinds = Object.fromEntries(fieldsOf(section));
  const labels = Object.fromEntries(Object.keys(kinds).map((name) => [name, t(`fields.${section}.${name}`)]));
  return { labels, read: (name: string, value: unknown) => readValue(kinds[name]!, value) };
}

/** A value of one kind in words. */
export function useReadValue(countries: readonly CountryOption[]) {
  const t = useTranslations("contract");
  const locale = useLocale();
  const nameCountry = (code: unknown) => countries.find(({ value }) => value === code)?.label ?? "";
  return (of: FieldKind, value: unknown): string => {
    if (value === null || value === undefined || value === "") return of.kind === "tick" ? t("no") : "";
    switch (of.kind) {
      case "tick":
        return t(["true", "on"].includes(String(value)) ? "yes" : "no");
      case "choice":
        return t.has(`choices.${of.words}.${String(value)}`) ? t(`choices.${of.words}.${String(value)}`) : "";
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
