import {
  BookOpenText,
  BookUser,
  Building2,
  Landmark,
  Mails,
  MessageSquareQuote,
  MessagesSquare,
  Globe,
  Network,
  ScrollText,
  ShieldCheck,
  Signature,
  Stamp,
  Sun,
  UsersRound,
  type LucideIcon,
} from "lucide-react";

export type NavItemId =
  | "today"
  | "records"
  | "own-records"
  | "controllers"
  | "contracts"
  | "instructions"
  | "sub-processors"
  | "authorisations"
  | "transfers"
  | "measures"
  | "threads"
  | "journal"
  | "outbox"
  | "members"
  | "organisation";
export type NavGroup = "keep" | "answer" | "prove";

/** The rooms that exist, in the order of the rail. A new one is a line here and a word in shell.json. */
export const NAV_ITEMS: readonly { id: NavItemId; group?: NavGroup; icon: LucideIcon; segment: string }[] = [
  { id: "today", icon: Sun, segment: "" },
  { id: "records", group: "keep", icon: BookOpenText, segment: "/records" },
  { id: "own-records", group: "keep", icon: BookUser, segment: "/own-records" },
  { id: "controllers", group: "keep", icon: Building2, segment: "/controllers" },
  { id: "contracts", group: "keep", icon: Signature, segment: "/contracts" },
  { id: "instructions", group: "keep", icon: MessageSquareQuote, segment: "/instructions" },
  { id: "sub-processors", group: "keep", icon: Network, segment: "/sub-processors" },
  { id: "authorisations", group: "keep", icon: Stamp, segment: "/authorisations" },
  { id: "transfers", group: "keep", icon: Globe, segment: "/transfers" },
  { id: "measures", group: "keep", icon: ShieldCheck, segment: "/measures" },
  { id: "threads", group: "answer", icon: MessagesSquare, segment: "/threads" },
  { id: "journal", group: "prove", icon: ScrollText, segment: "/journal" },
  { id: "outbox", group: "prove", icon: Mails, segment: "/outbox" },
  { id: "members", group: "prove", icon: UsersRound, segment: "/members" },
  { id: "organisation", group: "prove", icon: Landmark, segment: "/organisation" },
];

export function navHref(orgSlug: string, segment: string): string {
  return `/${orgSlug}${segment}`;
}

// What stands beyond a room in an address; a record's or a controller's page is called by its room.
const PLACES = new Set([
  "new",
  "edit",
  "state",
  "import",
  "export",
  "archive",
  "example",
  "security",
  "remove",
  "leave",
  "invitations",
  "templates",
  "library",
  "coverage",
  "retire",
  "matrix",
  "amendments",
  "instructors",
  "end",
  "move",
  "scope",
  "chain",
  "flow-down",
]);

/** Places that only hold others: their own address has no page. */
const HOLDERS = new Set(["amendments", "instructors", "invitations", "edit", "move"]);

/** The steps beyond the room: "/nejma/records/<id>/edit/transfers" → the entry, then its form. Keys of shell.places. */
export function breadcrumbsBelow(pathname: string): { place: string; href?: string }[] {
  const parts = pathname.split("/");
  const room = navItemOf(pathname);
  return parts.slice(3).flatMap((part, index) => {
    const href = parts.slice(0, index + 4).join("/");
    if (PLACES.has(part)) return [{ place: part, href: HOLDERS.has(part) ? undefined : href }];
    // The file of an import is a step of the import, and a section a part of its form.
    const isObject = /^[0-9a-f-]{36}$/.test(part) && parts[index + 2] === room;
    return isObject ? [{ place: room, href }] : [];
  });
}

/** The room an address stands in: "/nejma/records/import" → "records". */
export function navItemOf(pathname: string): NavItemId {
  const segment = pathname.split("/")[2];
  return NAV_ITEMS.find((room) => room.segment === `/${segment}`)?.id ?? "today";
}
