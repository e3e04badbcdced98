"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "@/components/ui/icon";
import { PORTAL_NAV_ITEMS, portalHref, type PortalNavItem } from "./portal-nav-items";

type PortalNavProps = { contact: string; label: string; words: Record<PortalNavItem, string> };

/** Marks an item current for every page below its path. */
export function PortalNav({ contact, label, words }: PortalNavProps) {
  const pathname = usePathname() ?? "";
  const here = PORTAL_NAV_ITEMS.findLast(({ segment }) => {
    const href = portalHref(contact, segment);
    return pathname === href || (segment !== "" && pathname.startsWith(`${href}/`));
  });
  return (
    <nav className="portal-nav" aria-label={label}>
      <ul>
        {PORTAL_NAV_ITEMS.map(({ id, segment, icon }) => (
          <li key={id}>
            <Link
              href={portalHref(contact, segment)}
              prefetch={false}
              aria-current={id === here?.id ? "page" : undefined}
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
