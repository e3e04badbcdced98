import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatInstant } from "@/lib/i18n/format";
import type { Theme } from "@/lib/i18n/locale";
import { AccountMenu } from "./account-menu";
import { AuditNav } from "./audit-nav";
import { DoneWord } from "./done-word";
import { SkipLink } from "./skip-link";

type AuditShellProps = {
  id: string;
  person: string;
  mandate: string;
  organisation: string;
  sections: readonly string[];
  /** Instant of the page, in milliseconds. */
  at: number;
  theme?: Theme;
  done?: string;
  children: ReactNode;
};

/** Plain pages for an auditor: who reads and when stands across each. */
export function AuditShell({ id, organisation, theme, done, children, ...props }: AuditShellProps) {
  const { person, mandate, sections, at } = props;
  const t = useTranslations("audit");
  const names = useTranslations("dossier-file.sections");
  const locale = useLocale();
  const mark = t("mark", { name: person, when: formatInstant(at, "Africa/Casablanca", locale) });
  return (
    <div className="portal audit">
      <SkipLink />
      <header className="portal-head">
        <span className="org">
          <span className="mark" aria-hidden="true">
            {Array.from(organisation)[0]}
          </span>
          <b>
            <bdi>{organisation}</bdi>
            <small>{mark}</small>
          </b>
        </span>
        <AccountMenu person={{ name: person }} theme={theme} opens="down" />
      </header>
      <AuditNav
        label={t("nav")}
        items={[
          { href: `/audit/${id}`, label: t("overview") },
          ...sections.map((section) => ({ href: `/audit/${id}/${section}`, label: names(section) })),
        ]}
      />
      <main className="portal-page" id="content" tabIndex={-1}>
        <DoneWord id={done} />
        <p className="summary mb-6">{t("readOnly", { mandate, organisation })}</p>
        {children}
      </main>
      <Watermark text={mark} />
    </div>
  );
}

/** Names that a screenshot shows; a screen reader has them in the head of the page. */
function Watermark({ text }: { text: string }) {
  return (
    <div className="watermark" aria-hidden="true">
      {Array.from({ length: 12 }, (_, at) => (
        <span key={at} data-mark={text} />
      ))}
    </div>
  );
}
