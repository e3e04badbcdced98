import { typedCountry } from "@/lib/forms/typed-countries";
import type { CountryOption } from "@/lib/i18n/country-options";
import type { FormValues } from "./form-paths";

/** Formats codes as typed, so that untouched values compare equal in a conflict. */
export function countriesAsTyped(countries: readonly CountryOption[], name: string) {
  const typed = (code: unknown) => {
    const known = countries.find(({ value }) => value === code);
    return known ? typedCountry(known) : code;
  };
  return (stored: FormValues): FormValues =>
    Array.isArray(stored[name]) ? { ...stored, [name]: stored[name].map(typed) } : stored;
}
