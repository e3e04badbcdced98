"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { TabCount } from "./tab-count";
import type { NavCount } from "./types";

type Tab = { id: string; href: string; label: string; count?: NavCount };
type RoomTabsProps = { label: string; tabs: readonly Tab[]; current: string };

/** The tabs of a room in one row, which scrolls where there is no room for it, with the open one in view. */
export function RoomTabs({ label, tabs, current }: RoomTabsProps) {
  const open = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const row = open.current?.parentElement;
    // Scrolls the row alone, never the page.
    if (open.current && row && row.scrollWidth > row.clientWidth)
      row.scrollTo({ left: open.current.offsetLeft - row.clientWidth / 2 });
  }, [current]);
  return (
    <nav className="room-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          ref={tab.id === current ? open : undefined}
          href={tab.href}
          prefetch={false}
          aria-current={tab.id === current ? "page" : undefined}
        >
          {tab.label}
          <TabCount of={tab.count} />
        </Link>
      ))}
    </nav>
  );
}
