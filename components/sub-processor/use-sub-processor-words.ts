import { useLocale, useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome";
import { fieldsOf, type FieldKind, type FieldSection } from "@/lib/domain/sub-processor/fields";
import type { CountryOption } from "@/lib/i18n/country-options";
import { formatDay, formatNumber, joinParts } from "@/lib/i18n/format";

const PREFIX = "sub-processor.";

/** Words for what only a sub-processor can be refused for. */
export function useSubProcessorIssues() {
  const t = useTranslations("sub-processor.issues");
  return ({ key, params }: Issue): string | undefined => {
    const own = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
    return t.has(own) ? t(own, params) : undefined;
  };
}

/** Every field of a section by its name, and its value as a person reads it; "" where nobody has said. */
export function useSectionWords(section: FieldSection, countries: readonly CountryOption[]) {
  const t = useTranslations("sub-processor");
  const readValue = useReadValue(countries);
  const kinds: Record<string, FieldKind> = Object.fromEntries(fieldsOf(section));
  const labels = Object.fromEntries(Object.keys(kinds).map((name) => [name, t(`fields.${section}.${name}`)]));
  return { labels, read: (name: string, value: unknown) => readValue(kinds[name]!, value) };
}

type Cells = Record<string, unknown>;

/** A value of one kind in words; rows are one a line. */
function useReadValue(countries: readonly CountryOption[]) {
  const t = useTranslations("sub-processor");
  const locale = useLocale();
  const nameCountry = (code: unknown) => countries.find(({ value }) => value === code)?.label ?? "";
  const rows = (value: unknown, say: (row: Cells) => string) =>
    [value]
      .flat()
      .map((row) => say((row ?? {}) as Cells))
      .filter(Boolean)
      .join("\n");
  const sayCertificate = ({ kind, reference, issuer, validUntil }: Cells) =>
    joinParts(
      [
        kind ? t(`choices.certification.${String(kind)}`) : "",
        String(reference ?? ""),
        String(issuer ?? ""),
        validUntil ? t("rows.certifications.until", { day: formatDay(String(validUntil), locale) }) : "",
      ],
      locale,
    );
  return (of: FieldKind, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "";
    switch (of.kind) {
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
      case "sites":
        return rows(value, ({ name, address, country }) =>
          joinParts([String(name ?? ""), String(address ?? ""), nameCountry(country)], locale),
        );
      case "certifications":
        return rows(value, sayCertificate);
      default:
        return String(value);
    }
  };
}
