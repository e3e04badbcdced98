"use client";

import { ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFollowLink } from "@/components/ui/follow-link";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { AccountMenu } from "./account-menu";
import { ExampleMark } from "./example-mark";
import { navHref, tabHref } from "./nav-href";
import { ROOM_ICONS } from "./room-icons";
import { TabCount } from "./tab-count";
import type { NavTab, ShellOrganisation, SidebarProps } from "./types";

/** The rail: each room leads to its first tab, and stands open while a page of any of its tabs does. */
export function SidebarContent({
  org,
  organisations = [],
  person,
  rooms,
  current,
  theme,
  example,
}: SidebarProps) {
  const t = useTranslations("shell");
  const followLink = useFollowLink();
  return (
    <>
      <OrganisationSwitch org={org} organisations={organisations} />
      {example && <ExampleMark org={org.slug} mayClear={example.mayClear} />}
      <nav aria-label={t("mainNav")}>
        <ul>
          {rooms.map((room) => (
            <li key={room.id}>
              <a
                href={tabHref(org.slug, room.tabs[0])}
                onClick={followLink}
                aria-current={room.id === current ? "page" : undefined}
              >
                <Icon of={ROOM_ICONS[room.id]} />
                {room.label}
                <RoomCount tabs={room.tabs} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <footer>
        <AccountMenu person={person} theme={theme} />
      </footer>
    </>
  );
}

/** Shows what a running deadline counts; else the count of the first tab that has one. */
function RoomCount({ tabs }: { tabs: readonly NavTab[] }) {
  const isHot = ({ count }: NavTab) => typeof count === "object" && count.hot;
  const shown = tabs.find(isHot) ?? tabs.find(({ count }) => count !== undefined);
  return <TabCount of={shown?.count} />;
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
