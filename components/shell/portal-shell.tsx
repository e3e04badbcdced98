import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { formatDay } from "@/lib/i18n/format";
import type { Theme } from "@/lib/i18n/locale";
import { DoneWord } from "./done-word";
import { AccountMenu } from "./account-menu";
import { PortalNav, PortalTabs } from "./portal-nav";
import {
  PORTAL_NAV_ITEMS,
  PORTAL_ROOMS,
  portalHref,
  type PortalNavItem,
  type PortalRoom,
} from "./portal-nav-items";
import { PrintAct } from "./print-act";
import { SkipLink } from "./skip-link";

export type PortalPlace = {
  id: string;
  organisation: string;
  controller: string;
};

type PortalShellProps = {
  here: PortalPlace;
  others: readonly PortalPlace[];
  /** Day of archiving, "2026-11-18", by the clock of the controller; null while it is served. */
  archivedOn: string | null;
  person: string;
  theme?: Theme;
  done?: string;
  children: ReactNode;
};

export function PortalShell({ here, others, archivedOn, person, theme, done, children }: PortalShellProps) {
  const t = useTranslations("portal");
  // Casts because the keys of an object made of entries are not inferred.
  const rooms = Object.fromEntries(PORTAL_ROOMS.map(({ id }) => [id, t(`rooms.${id}`)])) as Record<
    PortalRoom,
    string
  >;
  const words = Object.fromEntries(PORTAL_NAV_ITEMS.map((id) => [id, t(`navItems.${id}`)])) as Record<
    PortalNavItem,
    string
  >;
  return (
    <div className="portal">
      <SkipLink />
      <header className="portal-head">
        <PortalSwitch here={here} others={others} />
        <AccountMenu person={{ name: person }} theme={theme} opens="down" />
      </header>
      <PortalNav contact={here.id} label={t("nav")} words={rooms} />
      <main className="portal-page" id="content" tabIndex={-1}>
        <PortalTabs contact={here.id} rooms={rooms} words={words} />
        <DoneWord id={done} />
        <ArchivedLine organisation={here.organisation} on={archivedOn} />
        {children}
        <PrintAct />
      </main>
    </div>
  );
}

/** An archived controller may read, ask and export. */
function ArchivedLine({ organisation, on }: { organisation: string; on: string | null }) {
  const t = useTranslations("portal");
  const locale = useLocale();
  if (on === null) return null;
  const day = formatDay(on, locale, { long: true });
  return <p className="summary mb-6">{t("archived", { organisation, day })}</p>;
}

function PortalSwitch({ here, others }: Pick<PortalShellProps, "here" | "others">) {
  const t = useTranslations("portal");
  if (others.length === 0)
    return (
      <Link className="org" href={portalHref(here.id, "")} prefetch={false}>
        <PlaceName {...here} />
      </Link>
    );
  const face = (
    <>
      <PlaceName {...here} />
      <Icon of={ChevronDown} />
      <span className="sr">{t("switch")}</span>
    </>
  );
  return (
    <Disclosure className="drop down" summary={face} summaryClassName="org">
      <ul className="panel menu" aria-label={t("places")}>
        {others.map((other) => (
          <li key={other.id}>
            <Link href={portalHref(other.id, "")} prefetch={false}>
              <bdi>{other.organisation}</bdi>
              <span className="aside">{t("for", { controller: other.controller })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function PlaceName({ organisation, controller }: PortalPlace) {
  const t = useTranslations("portal");
  return (
    <>
      <span className="mark" aria-hidden="true">
        {Array.from(organisation)[0]}
      </span>
      <b>
        <bdi>{organisation}</bdi>
        <small>{t("for", { controller })}</small>
      </b>
    </>
  );
}
