import { useLocale, useTranslations } from "next-intl";
import type { AuthorityDuty } from "@/lib/domain/breach/authority-duties";
import { formatList } from "@/lib/i18n/format";

/** States what a client owes the authority of each of its laws, with the reason for which the law applies, article 33(1). */
export function DutyLines({ duties }: { duties: readonly AuthorityDuty[] }) {
  const t = useTranslations("data-law");
  const nameCountries = useCountryNames();
  return duties.map((duty) => (
    <p key={duty.law}>
      {duty.kind === "to-its-controllers"
        ? t("authority.to-its-controllers", { law: t(`names.${duty.law}`) })
        : t(`authority.${duty.law}`)}{" "}
      <span className="muted">
        {duty.open
          ? t(`open.${duty.open}`)
          : duty.reason && t(`because.${duty.reason}`, { countries: nameCountries(duty.countries) })}
      </span>
      {duty.isEveryAuthority && ` ${t("every", { countries: nameCountries(duty.countries) })}`}
    </p>
  ));
}

/** Names of countries in the reader's language, as one list. */
export function useCountryNames(): (codes: readonly string[]) => string {
  const [countries, locale] = [useTranslations("countries"), useLocale()];
  return (codes) =>
    formatList(
      codes.map((code) => (countries.has(code) ? countries(code) : code)),
      locale,
    );
}
