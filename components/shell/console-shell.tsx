"use client";

import { Menu as MenuIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { ToastRegion } from "@/components/ui/toast-region";
import type { Act } from "@/lib/domain/nouns/policy";
import { AssignRow, rowLineAt } from "./assign-row";
import { PrintAct } from "./print-act";
import { Bell } from "./bell";
import { BeginBreach } from "./begin-breach";
import { breadcrumbsBelow, isTabPage, roomOf, tabOf } from "./breadcrumbs";
import { BreachAlert, type RunningLine } from "./breach-alert";
import { DoneWord } from "./done-word";
import { navHref, tabHref } from "./nav-href";
import type { NavItemId } from "./nav-item-id";
import { PaletteLoader } from "./palette-loader";
import { RoomTabs } from "./room-tabs";
import { SidebarContent } from "./sidebar";
import { SkipLink } from "./skip-link";
import { TopLine } from "./top-line";
import type { SidebarProps } from "./types";

const SidebarDrawer = dynamic(() => import("./sidebar-drawer").then((module) => module.SidebarDrawer), {
  ssr: false,
});

type ConsoleShellProps = Omit<SidebarProps, "current"> & {
  /** Milliseconds since the epoch, from the server's clock. */
  nowMs: number;
  /** Person whose drafts this tab may store and restore. */
  draftOwner: string;
  /** Navigation items that the role may not open. */
  closed: readonly NavItemId[];
  /** Acts offered in the palette. */
  may: readonly Act[];
  /** Breaches with a controller that is not told. */
  running: readonly RunningLine[];
  /** Unread notifications of whoever reads. */
  unread: number;
  done?: string;
  /** Name of the row on whose pages the address stands. */
  thing: ReactNode;
  children: ReactNode;
};

export function ConsoleShell(props: ConsoleShellProps) {
  const { nowMs, draftOwner, closed, may, running, unread, done, thing, children, ...rest } = props;
  const { org, rooms } = rest;
  const [isOpen, setOpen] = useState(false);
  const t = useTranslations("shell");
  const pathname = usePathname() ?? "";
  const rowLine = rowLineAt(pathname);
  const tab = tabOf(pathname, rooms);
  const room = roomOf(tab, rooms);
  const rail = { ...rest, current: room?.id ?? null };
  const below = breadcrumbsBelow(pathname, rooms).map(({ place, href, isThing }) => ({
    label: isThing ? thing : t(`places.${place}`),
    href,
  }));
  const crumbs = [
    { label: org.name, href: navHref(org.slug, "") },
    ...(tab ? [{ label: tab.label, href: navHref(org.slug, tab.segment) }] : []),
    ...below,
  ];
  return (
    <div className="shell" data-draft-owner={draftOwner}>
      <SkipLink />
      <aside className="rail">
        <SidebarContent {...rail} />
      </aside>
      <div className="main">
        {/* Holds all that stands above a page in one landmark: it names others' breaches, and is never on paper. */}
        <header className="shell-lines">
          <TopLine
            crumbs={crumbs}
            nowMs={nowMs}
            menu={<OpenSidebar onOpen={() => setOpen(true)} />}
            begin={may.includes("breach.write") && <BeginBreach org={org.slug} />}
            bell={<Bell org={org.slug} unread={unread} />}
            find={<PaletteLoader org={org.slug} closed={closed} may={may} />}
          />
          <BreachAlert org={org.slug} lines={running} nowMs={nowMs} />
          {tab && room && room.tabs.length > 1 && isTabPage(pathname, tab) && (
            <RoomTabs
              label={room.label}
              tabs={room.tabs.map((one) => ({ ...one, href: tabHref(org.slug, one) }))}
              current={tab.id}
            />
          )}
          <DoneWord id={done} />
        </header>
        {children}
        <PrintAct />
        {rowLine && may.includes("assignment.write") && <AssignRow org={org.slug} line={rowLine} />}
      </div>
      {isOpen && <SidebarDrawer {...rail} onClose={() => setOpen(false)} />}
      <ToastRegion />
    </div>
  );
}

function OpenSidebar({ onOpen }: { onOpen: () => void }) {
  const t = useTranslations("shell");
  return (
    <Button tone="bare" className="open-rail" onClick={onOpen} aria-haspopup="dialog">
      <Icon of={MenuIcon} />
      <span className="sr">{t("openMenu")}</span>
    </Button>
  );
}
