import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { setLocale } from "@/lib/features/account/actions";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";
import { HomeLink } from "./home-link";
import { Line, Sheet } from "./sheet";
import { SkipLink } from "./skip-link";

type AuthShellProps = {
  title: ReactNode;
  lead?: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
  wide?: boolean;
};

/** `wide` is for set-up, which has longer forms. */
export function AuthShell({ title, lead, note, children, wide = false }: AuthShellProps) {
  return (
    <div className="threshold">
      <SkipLink />
      <Sheet>
        <Line>
          <div className="column">
            <AmanaName />
          </div>
        </Line>
        <Line note={note} className="head">
          <div className={wide ? undefined : "column"}>
            <h1>{title}</h1>
            {lead && <p className="lead">{lead}</p>}
            {children}
            <Languages />
          </div>
        </Line>
      </Sheet>
    </div>
  );
}

function AmanaName() {
  return (
    <HomeLink className="name">
      <span className="mark" aria-hidden="true">
        A
      </span>
      <span>
        Amana <span lang="ar">أمانة</span>
      </span>
    </HomeLink>
  );
}

/** Names each language in itself; works without JavaScript. */
function Languages() {
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
