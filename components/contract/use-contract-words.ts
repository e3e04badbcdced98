import { useFieldWords, useReadValue } from "@/components/form/use-field-words";
import { fieldsOf, type FieldSection } from "@/lib/domain/contract/contract-fields";
import type { CountryOption } from "@/lib/i18n/country-options";

/** Returns "" where the contract is silent. */
export function useSectionWords(section: FieldSection, countries: readonly CountryOption[]) {
  return useFieldWords("contract", section, fieldsOf(section), useReadValue("contract", countries));
}
