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
import { BeginBreach } from "./begin-breach";
import { BreachLines, type RunningLine } from "./breach-lines";
import { DoneWord } from "./done-word";
import { ExampleLine } from "./example-line";
import { LettersLine, type LettersInTrouble } from "./letters-line";
import { PaletteLoader } from "./palette-loader";
import { SidebarContent } from "./sidebar";
import { breadcrumbsBelow, navHref, navItemHref, navItemOf, type NavItemId } from "./nav-items";
import { SkipLink } from "./skip-link";
import { TopLine } from "./top-line";
import type { Crumb, SidebarProps } from "./types";

const SidebarDrawer = dynamic(() => import("./sidebar-drawer").then((module) => module.SidebarDrawer), {
  ssr: false,
});

type ConsoleShellProps = Omit<SidebarProps, "current"> & {
  /** Read from the address when absent, so that a layout may render the shell. */
  current?: NavItemId;
  /** Organisation and navigation item when absent. */
  breadcrumbs?: readonly Crumb[];
  /** Milliseconds since the epoch, from the server's clock. */
  nowMs: number;
  /** Person whose drafts this tab may store and restore. */
  draftOwner: string;
  /** Acts offered in the palette. */
  may: readonly Act[];
  example?: { mayClear: boolean };
  /** Letters waiting or failed. */
  letters?: LettersInTrouble;
  /** Breaches with a controller that is not told. */
  running?: readonly RunningLine[];
  done?: string;
  children: ReactNode;
};

export function ConsoleShell({
  current,
  breadcrumbs,
  nowMs,
  draftOwner,
  may,
  example,
  letters,
  running = [],
  done,
  children,
  ...rest
}: ConsoleShellProps) {
  const [isOpen, setOpen] = useState(false);
  const t = useTranslations("shell");
  const pathname = usePathname() ?? "";
  const item = current ?? navItemOf(pathname);
  const rail = { ...rest, current: item };
  const crumbs = breadcrumbs ?? [
    { label: rest.org.name, href: navHref(rest.org.slug, "") },
    ...(item ? [{ label: t(`navItems.${item}`), href: navItemHref(rest.org.slug, item) }] : []),
    ...breadcrumbsBelow(pathname).map(({ place, href }) => ({ label: t(`places.${place}`), href })),
  ];
  return (
    <div className="shell" data-draft-owner={draftOwner}>
      <SkipLink />
      <aside className="rail">
        <SidebarContent {...rail} />
      </aside>
      <div className="main">
        {/* Holds all that stands above a page in one element: it names others' breaches, and is never on paper. */}
        <div className="shell-lines">
          <TopLine
            crumbs={crumbs}
            nowMs={nowMs}
            menu={<OpenSidebar onOpen={() => setOpen(true)} />}
            begin={may.includes("breach.write") && <BeginBreach org={rest.org.slug} />}
            find={<PaletteLoader org={rest.org.slug} closed={rest.closed ?? []} may={may} />}
          />
          <BreachLines org={rest.org.slug} lines={running} nowMs={nowMs} />
          {example && <ExampleLine org={rest.org.slug} mayClear={example.mayClear} />}
          {letters && <LettersLine org={rest.org.slug} of={letters} />}
          <DoneWord id={done} />
        </div>
        {children}
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
