import { useLocale, useTranslations } from "next-intl";
import { setLocale } from "@/lib/features/account/actions";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";

/** Names each language in itself; works without JavaScript. */
export function Languages() {
  const t = useTranslations("shell");
  const current = useLocale();
  return (
    <form action={setLocale} className="languages" aria-label={t("language")}>
      {LOCALES.map((locale) => (
        <button
          key={locale}
          className="btn bare"
          name="locale"
          value={locale}
          lang={locale}
          aria-pressed={locale === current}
        >
          {LOCALE_NAMES[locale]}
        </button>
      ))}
    </form>
  );
}
