import { BookText, FileSignature, Hand, Inbox, PhoneOutgoing, Siren, type LucideIcon } from "lucide-react";

/** Entries of the portal's menu, each with its tabs; the first is the inbox. Words under `portal.rooms` and `portal.navItems`. */
export const PORTAL_ROOMS = [
  { id: "inbox", icon: Inbox, tabs: ["home", "me"] },
  { id: "processing", icon: BookText, tabs: ["records", "sub-processors", "transfers", "extract"] },
  { id: "contracts", icon: FileSignature, tabs: ["contracts", "instructions", "requests", "documents"] },
  { id: "breaches", icon: Siren, tabs: ["notices"] },
  { id: "persons", icon: Hand, tabs: ["rights-requests", "threads"] },
  { id: "telephone", icon: PhoneOutgoing, tabs: ["telephone", "scripts"] },
] as const satisfies readonly { id: string; icon: LucideIcon; tabs: readonly string[] }[];

export type PortalRoom = (typeof PORTAL_ROOMS)[number]["id"];
export type PortalNavItem = (typeof PORTAL_ROOMS)[number]["tabs"][number];

export const PORTAL_NAV_ITEMS = PORTAL_ROOMS.flatMap(({ tabs }): readonly PortalNavItem[] => tabs);

export function portalHref(contact: string, segment: string): string {
  return `/portal/${contact}${segment}`;
}

export function portalItemHref(contact: string, item: PortalNavItem): string {
  return portalHref(contact, item === "home" ? "" : `/${item}`);
}

/** The item whose page, or a page below it, has the address; null where none has. */
export function portalItemOf(contact: string, pathname: string): PortalNavItem | null {
  const isAt = (item: PortalNavItem) => {
    const href = portalItemHref(contact, item);
    return pathname === href || (item !== "home" && pathname.startsWith(`${href}/`));
  };
  return PORTAL_NAV_ITEMS.find(isAt) ?? null;
}
