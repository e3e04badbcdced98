import { useLocale, useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome";
import type { TransferSection } from "@/lib/domain/transfer/content";
import { fieldsOf, type FieldKind } from "@/lib/domain/transfer/fields";
import type { CountryOption } from "@/lib/i18n/country-options";
import { formatDay, formatNumber } from "@/lib/i18n/format";

const PREFIX = "transfer.";

/** Words for what only a transfer can be refused for. */
export function useTransferIssues() {
  const t = useTranslations("transfer.issues");
  return ({ key, params }: Issue): string | undefined => {
    const own = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
    return t.has(own) ? t(own, params) : undefined;
  };
}

/** Every field of a section by its name, and its value as a person reads it; "" where nobody has said. */
export function useSectionWords(section: TransferSection, countries: readonly CountryOption[]) {
  const t = useTranslations("transfer");
  const locale = useLocale();
  const kinds: Record<string, FieldKind> = Object.fromEntries(fieldsOf(section));
  const labels = Object.fromEntries(Object.keys(kinds).map((name) => [name, t(`fields.${section}.${name}`)]));
  const read = (name: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "";
    switch (kinds[name]!.kind) {
      case "choice": {
        const words = `choices.${name}.${String(value)}`;
        return t.has(words) ? t(words) : "";
      }
      case "day":
        return formatDay(String(value), locale);
      case "count":
        return Number.isFinite(Number(value)) ? formatNumber(Number(value), locale) : String(value);
      case "country":
        return countries.find((country) => country.value === value)?.label ?? "";
      default:
        return String(value);
    }
  };
  return { labels, read };
}
