import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AccountMenu } from "@/components/shell/account-menu";
import { SkipLink } from "@/components/shell/skip-link";
import { DoneWord } from "@/components/shell/done-word";
import { Icon } from "@/components/ui/icon";
import type { loadAccountShell } from "@/lib/features/account/loaders";
import type { Theme } from "@/lib/i18n/locale";
import { AccountNav } from "./account-nav";

type AccountShellProps = Awaited<ReturnType<typeof loadAccountShell>> & {
  theme?: Theme;
  done?: string;
  children: ReactNode;
};

export function AccountShell({ person, organisations, theme, done, children }: AccountShellProps) {
  const t = useTranslations("account-page");
  return (
    <div className="shell own">
      <SkipLink />
      <aside className="rail">
        <Link className="org" href="/" prefetch={false}>
          <span className="mark" aria-hidden="true">
            A
          </span>
          <b>
            Amana <span lang="ar">أمانة</span>
          </b>
        </Link>
        <AccountNav
          label={t("nav.label")}
          words={{
            profile: t("nav.profile"),
            password: t("nav.password"),
            sessions: t("nav.sessions"),
            secondFactor: t("nav.secondFactor"),
          }}
        />
        <footer>
          <AccountMenu person={{ name: person.name }} theme={theme} />
        </footer>
      </aside>
      <div className="main">
        <header className="top">
          <BackLink organisations={organisations} />
        </header>
        <DoneWord id={done} />
        {children}
      </div>
    </div>
  );
}

function BackLink({ organisations }: Pick<AccountShellProps, "organisations">) {
  const t = useTranslations("account-page");
  const [only, another] = organisations;
  const isOnly = only !== undefined && another === undefined;
  return (
    <Link className="back-link" href={isOnly ? `/${only.slug}` : "/organisations"} prefetch={false}>
      <Icon of={ArrowLeft} small flip />
      {isOnly ? t("backTo", { name: only.legalName }) : t("back")}
    </Link>
  );
}
