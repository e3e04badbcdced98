"use client";

import { LogOut, Scale, UserCog, UserRound } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { setLocale, setTheme, signOut } from "@/lib/features/account/actions";
import { LOCALE_NAMES, LOCALES, THEMES, type Theme } from "@/lib/i18n/locale";
import type { ShellPerson } from "./types";

/** Plain forms: language, theme and sign-out work without JavaScript. */
export function AccountMenu({
  person,
  theme,
  opens = "up",
}: {
  person: ShellPerson;
  theme?: Theme;
  opens?: "up" | "down";
}) {
  const t = useTranslations("shell");
  const face = (
    <>
      <Icon of={UserRound} />
      {person.role ? (
        <span>{t("whoAmI", { name: person.name, role: person.role })}</span>
      ) : (
        // A name that has no room loses its end, and not its beginning, in the direction of its own letters.
        <span dir="auto">{person.name}</span>
      )}
    </>
  );
  return (
    <Disclosure className={`drop ${opens}`} summary={face} summaryClassName="who-am-i">
      <div className="panel menu" role="group" aria-label={t("account")}>
        <Link href="/account" prefetch={false}>
          <Icon of={UserCog} small />
          {t("ownAccount")}
        </Link>
        <Link href="/law" prefetch={false}>
          <Icon of={Scale} small />
          {t("lawPages")}
        </Link>
        <div className="between" />
        <LanguageForm />
        <form action={setTheme}>
          <fieldset>
            <legend className="group">{t("theme")}</legend>
            {[...THEMES, "system" as const].map((value) => (
              <button key={value} name="theme" value={value} aria-pressed={value === (theme ?? "system")}>
                {t(`themes.${value}`)}
              </button>
            ))}
          </fieldset>
        </form>
        <div className="between" />
        <form action={signOut}>
          <button>
            <Icon of={LogOut} small flip />
            {t("signOut")}
          </button>
        </form>
      </div>
    </Disclosure>
  );
}

function LanguageForm() {
  const t = useTranslations("shell");
  const current = useLocale();
  return (
    <form action={setLocale}>
      <fieldset>
        <legend className="group">{t("language")}</legend>
        {LOCALES.map((locale) => (
          <button key={locale} name="locale" value={locale} lang={locale} aria-pressed={locale === current}>
            {LOCALE_NAMES[locale]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
