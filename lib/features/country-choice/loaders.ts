import "server-only";
import { listCountries, type CountryOption } from "@/lib/i18n/country-options";
import type { Locale } from "@/lib/i18n/locale";
import { env } from "@/lib/platform/environment/env";

/** Loads every country in the order of its names; those that the deployment leaves out of choices are marked. */
export function loadCountryOptions(locale: Locale): Promise<CountryOption[]> {
  return listCountries(locale, env().COUNTRIES_NOT_OFFERED);
}
