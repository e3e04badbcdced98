"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "@/components/ui/icon";
import {
  PORTAL_ROOMS,
  portalItemHref,
  portalItemOf,
  type PortalNavItem,
  type PortalRoom,
} from "./portal-nav-items";
import { RoomTabs } from "./room-tabs";

type RoomWords = Record<PortalRoom, string>;
type ItemWords = Record<PortalNavItem, string>;

/** Marks a room current for every page below one of its tabs. */
export function PortalNav({ contact, label, words }: { contact: string; label: string; words: RoomWords }) {
  const item = portalItemOf(contact, usePathname() ?? "");
  return (
    <nav className="portal-nav" aria-label={label}>
      <ul>
        {PORTAL_ROOMS.map(({ id, icon, tabs }) => (
          <li key={id}>
            <Link
              href={portalItemHref(contact, tabs[0])}
              prefetch={false}
              aria-current={tabs.some((tab) => tab === item) ? "page" : undefined}
            >
              <Icon of={icon} small />
              {words[id]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The tabs of the room whose page this is; a room of one tab shows none. */
export function PortalTabs({
  contact,
  rooms,
  words,
}: {
  contact: string;
  rooms: RoomWords;
  words: ItemWords;
}) {
  const item = portalItemOf(contact, usePathname() ?? "");
  const room = PORTAL_ROOMS.find(({ tabs }) => tabs.some((tab) => tab === item));
  if (!item || !room || room.tabs.length < 2) return null;
  const tabs = room.tabs.map((id) => ({ id, href: portalItemHref(contact, id), label: words[id] }));
  return <RoomTabs label={rooms[room.id]} tabs={tabs} current={item} />;
}
