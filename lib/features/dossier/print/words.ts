import type { DossierWords } from "@/lib/features/dossier/read/section";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";

export async function loadDossierWords(locale: Locale): Promise<DossierWords> {
  const dossier = await translator(locale, "dossier-file");
  const countries = await translator(locale, "countries");
  return {
    locale,
    dossier,
    country: (code) => (code === null ? "" : countries.has(code) ? countries(code) : code),
    day: (day) => (day === null ? "" : formatDay(day, locale)),
    instant: (at) => (at === null ? "" : formatInstant(new Date(at).getTime(), "Africa/Casablanca", locale)),
  };
}
