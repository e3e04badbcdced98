import { useFieldWords, useReadValue } from "@/components/form/use-field-words";
import type { TransferSection } from "@/lib/domain/transfer/content";
import { fieldsOf } from "@/lib/domain/transfer/fields";
import type { CountryOption } from "@/lib/i18n/country-options";

/** Every field of a section by its name, and its value as a person reads it; "" where nobody has said. */
export function useSectionWords(section: TransferSection, countries: readonly CountryOption[]) {
  return useFieldWords("transfer", section, fieldsOf(section), useReadValue("transfer", countries));
}
