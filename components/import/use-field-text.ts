import { useLocale, useTranslations } from "next-intl";
import type { FieldChange } from "@/lib/domain/import/field-changes";
import type { Destination, RecordContent, SubProcessorNamed } from "@/lib/domain/processing-record/content";
import type { PartialDate } from "@/lib/domain/time/partial-date";
import { formatList, formatPartialDate, joinParts } from "@/lib/i18n/format";

type Value = FieldChange["from"];
type Field = keyof RecordContent;

/** Namespaces in record.json for fields with coded values. */
const CODED: Partial<Record<Field, string>> = {
  transferAnswer: "answers",
  specialAnswer: "answers",
  minorsAnswer: "answers",
  subProcessorsAnswer: "answers",
  minorsConsent: "minorsConsents",
  frequency: "frequencies",
  specialCategories: "specialCategories",
};

/** Returns "" for an empty value. */
export function useFieldText() {
  const t = useTranslations("record");
  const locale = useLocale();
  const formatItem = useItemText();
  return (field: Field, value: Value): string => {
    if (value === null || value === "" || value === "unanswered" || value === false) return "";
    if (value === true) return t("answers.yes");
    const words = (item: Value) => (CODED[field] ? t(`${CODED[field]}.${String(item)}`) : formatItem(item));
    if (!Array.isArray(value)) return words(value);
    return value.length > 0 ? formatList(value.map(words), locale) : "";
  };
}

function useItemText() {
  const [t, countries] = [useTranslations("record"), useTranslations("countries")];
  const locale = useLocale();
  const country = (code: string | null) => (code && countries.has(code) ? countries(code) : (code ?? ""));
  return (item: Value): string => {
    if (typeof item !== "object" || item === null) return String(item);
    if ("value" in item) return formatPartialDate(item as PartialDate, locale);
    if ("service" in item) {
      const named = item as SubProcessorNamed;
      return joinParts([named.name, country(named.country), named.service], locale);
    }
    const { instrument, ...place } = item as Destination;
    const kind = place.placeKind && t(`placeKinds.${place.placeKind}`);
    const where = [country(place.country), place.internationalOrganisation, kind, place.place];
    return joinParts([...where, instrument && t(`instruments.${instrument}`)], locale);
  };
}
