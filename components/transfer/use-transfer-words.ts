import { useFieldWords, useReadValue } from "@/components/form/use-field-words";
import type { TransferSection } from "@/lib/domain/transfer/content";
import { fieldsOf } from "@/lib/domain/transfer/fields";
import type { CountryOption } from "@/lib/i18n/country-options";

/** Returns "" where the value is unknown. */
export function useSectionWords(section: TransferSection, countries: readonly CountryOption[]) {
  return useFieldWords("transfer", section, fieldsOf(section), useReadValue("transfer", countries));
}
