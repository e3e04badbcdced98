import type { Locale } from "./locale";
import { loadMessages } from "./messages";

export type CountryOption = { value: string; label: string };

/** Every country by its ISO code, in the order of the language it is named in. */
export async function loadCountryOptions(locale: Locale): Promise<CountryOption[]> {
  const { countries = {} } = await loadMessages(locale);
  return Object.entries(countries)
    .map(([value, label]) => ({ value, label: String(label) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
