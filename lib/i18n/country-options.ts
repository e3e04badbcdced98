import type { Locale } from "./locale";
import { loadMessages } from "./messages";

/** `isOffered` is false for a country that is read where it stands and offered in no choice. */
export type CountryOption = { value: string; label: string; isOffered: boolean };

/** Lists every country by its ISO code, in the order of the language it is named in. `notOffered`: alpha-2 codes. */
export async function listCountries(locale: Locale, notOffered: readonly string[]): Promise<CountryOption[]> {
  const { countries = {} } = await loadMessages(locale);
  return Object.entries(countries)
    .map(([value, label]) => ({ value, label: String(label), isOffered: !notOffered.includes(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
