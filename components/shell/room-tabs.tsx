"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { tabHref } from "./nav-href";
import { TabCount } from "./tab-count";
import type { NavRoom, NavTab } from "./types";

type RoomTabsProps = { org: string; room: NavRoom; current: NavTab };

/** The tabs of a room in one row, which scrolls where there is no room for it, with the open one in view. */
export function RoomTabs({ org, room, current }: RoomTabsProps) {
  const open = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const row = open.current?.parentElement;
    // Scrolls the row alone, never the page.
    if (open.current && row && row.scrollWidth > row.clientWidth)
      row.scrollTo({ left: open.current.offsetLeft - row.clientWidth / 2 });
  }, [current.id]);
  return (
    <nav className="room-tabs" aria-label={room.label}>
      {room.tabs.map((tab) => (
        <Link
          key={tab.id}
          ref={tab.id === current.id ? open : undefined}
          href={tabHref(org, tab)}
          prefetch={false}
          aria-current={tab.id === current.id ? "page" : undefined}
        >
          {tab.label}
          <TabCount of={tab.count} />
        </Link>
      ))}
    </nav>
  );
}
