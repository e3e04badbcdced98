"use client";

import { ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFollowLink } from "@/components/ui/follow-link";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { queryHref } from "@/components/ui/query-href";
import { AccountMenu } from "./account-menu";
import { navHref, NAV_ITEMS } from "./nav-items";
import type { NavGroup } from "@/lib/domain/nouns/noun";
import type { SidebarProps, NavCount, ShellOrganisation } from "./types";

const GROUPS: readonly (NavGroup | undefined)[] = [undefined, "keep", "answer", "prove"];

/** Omits groups without a permitted item. */
export function SidebarContent({
  org,
  organisations = [],
  person,
  counts = {},
  current,
  closed = [],
  theme,
}: SidebarProps) {
  const t = useTranslations("shell");
  const id = useId();
  const followLink = useFollowLink();
  return (
    <>
      <OrganisationSwitch org={org} organisations={organisations} />
      <nav aria-label={t("mainNav")}>
        {GROUPS.map((group) => {
          const navItems = NAV_ITEMS.filter((item) => item.group === group && !closed.includes(item.id));
          if (navItems.length === 0) return null;
          return (
            <div key={group ?? "today"}>
              {group && <h3 id={`${id}${group}`}>{t(`groups.${group}`)}</h3>}
              <ul aria-labelledby={group && `${id}${group}`}>
                {navItems.map((item) => (
                  <li key={item.id}>
                    <a
                      href={queryHref(navHref(org.slug, item.segment), { view: viewOf(counts[item.id]) })}
                      onClick={followLink}
                      aria-current={item.id === current ? "page" : undefined}
                    >
                      <Icon of={item.icon} />
                      {t(`navItems.${item.id}`)}
                      <Count of={counts[item.id]} />
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </nav>
      <footer>
        <AccountMenu person={person} theme={theme} />
      </footer>
    </>
  );
}

function OrganisationSwitch({
  org,
  organisations,
}: {
  org: ShellOrganisation;
  organisations: readonly ShellOrganisation[];
}) {
  const t = useTranslations("shell");
  const others = organisations.filter(({ slug }) => slug !== org.slug);
  if (others.length === 0)
    return (
      <Link className="org" href={navHref(org.slug, "")} prefetch={false}>
        <OrganisationName {...org} />
      </Link>
    );
  const face = (
    <>
      <OrganisationName {...org} />
      <Icon of={ChevronsUpDown} />
      <span className="sr">{t("switchOrganisation")}</span>
    </>
  );
  return (
    <Disclosure className="drop down" summary={face} summaryClassName="org">
      <ul className="panel menu" aria-label={t("organisations")}>
        {others.map((other) => (
          <li key={other.slug}>
            <Link href={navHref(other.slug, "")} prefetch={false}>
              {other.name}
              {other.city && <span className="aside">{other.city}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function OrganisationName({ name, city }: ShellOrganisation) {
  return (
    <>
      <span className="mark" aria-hidden="true">
        {Array.from(name)[0]}
      </span>
      <b>
        {name}
        {city && <small>{city}</small>}
      </b>
    </>
  );
}

function Count({ of: count }: { of?: NavCount }) {
  if (count === undefined) return null;
  if (typeof count !== "object") return <span className="count">{count}</span>;
  return <span className={count.hot ? "count hot" : "count"}>{count.value}</span>;
}

function viewOf(count: NavCount | undefined): string {
  return typeof count === "object" ? (count.view ?? "") : "";
}
