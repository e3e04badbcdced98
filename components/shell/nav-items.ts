import {
  BookOpenText,
  BookUser,
  Building2,
  BriefcaseBusiness,
  CalendarClock,
  ClipboardCheck,
  FolderArchive,
  Hand,
  Landmark,
  Mails,
  MessageSquareQuote,
  MessagesSquare,
  Globe,
  Network,
  PanelTop,
  PhoneOutgoing,
  ScrollText,
  ShieldCheck,
  Signature,
  Siren,
  Stamp,
  Sun,
  UserSearch,
  UsersRound,
  type LucideIcon,
} from "lucide-react";
import type { NavGroup } from "@/lib/domain/nouns/noun";
import { NOUNS, type AnyNoun } from "@/lib/domain/nouns/nouns";

type NounWithNav = Extract<AnyNoun, { navigation: unknown }>;
export type NavItemId = NounWithNav["navigation"][number]["id"] | "today";

const ICONS: Record<NavItemId, LucideIcon> = {
  today: Sun,
  records: BookOpenText,
  "own-records": BookUser,
  controllers: Building2,
  contracts: Signature,
  instructions: MessageSquareQuote,
  "sub-processors": Network,
  authorisations: Stamp,
  transfers: Globe,
  measures: ShieldCheck,
  obligations: CalendarClock,
  breaches: Siren,
  "rights-requests": Hand,
  telephone: PhoneOutgoing,
  dpo: BriefcaseBusiness,
  threads: MessagesSquare,
  compliance: ClipboardCheck,
  dossiers: FolderArchive,
  auditors: UserSearch,
  "public-page": PanelTop,
  journal: ScrollText,
  outbox: Mails,
  members: UsersRound,
  organisation: Landmark,
};

type NavItem = { id: NavItemId; group?: NavGroup; icon: LucideIcon; segment: string };

/** Groups nouns in the order of their declaration. */
export const NAV_ITEMS: readonly NavItem[] = [
  { id: "today", icon: ICONS.today, segment: "" },
  ...NOUNS.flatMap((noun): readonly Omit<NavItem, "icon">[] =>
    "navigation" in noun ? noun.navigation : [],
  ).map((item) => ({ ...item, icon: ICONS[item.id] })),
];

export function navHref(orgSlug: string, segment: string): string {
  return `/${orgSlug}${segment}`;
}

// Path parts below a navigation item; a record's or a controller's page has the item's name.
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
  "calendar",
  "feed",
  "gaps",
  "watch",
  "trainings",
  "audits",
  "assistance",
  "designation",
  "procedures",
  "filings",
  "event",
  "parts",
  "staff",
  "time",
  "needs",
  "feeds",
  "statute",
  "preview",
  "call",
  "script",
  "choices",
  "campaigns",
  "consultations",
  "logs",
  "consents",
  "scripts",
  "agents",
  "house",
  "scrub",
]);

/** Path parts below an item that hold documents of their own. */
const OWN_HOLDERS = new Set([
  "watch",
  "trainings",
  "audits",
  "assistance",
  "designation",
  "procedures",
  "filings",
  "campaigns",
  "consultations",
  "consents",
  "logs",
  "scripts",
]);

/** Names of what a holder below an item holds; of another it has the item's name. */
const HELD: Record<string, string> = {
  campaigns: "campaign",
  consents: "collection",
  consultations: "consultation",
  logs: "call-log",
  scripts: "call-script",
};

/** Path parts without a page of their own. */
const HOLDERS = new Set(["amendments", "instructors", "invitations", "edit", "move", "parts"]);

/** Example: "/nejma/records/<id>/edit/transfers" gives the entry, then its form. Keys of shell.places. */
export function breadcrumbsBelow(pathname: string): { place: string; href?: string }[] {
  const parts = pathname.split("/");
  const item = navItemOf(pathname);
  // The search belongs to no item.
  if (item === null) return parts[2] === "search" ? [{ place: "search", href: pathname }] : [];
  return parts.slice(3).flatMap((part, index) => {
    const href = parts.slice(0, index + 4).join("/");
    if (PLACES.has(part)) return [{ place: part, href: HOLDERS.has(part) ? undefined : href }];
    // The file of an import is a step of the import, and a section a part of its form.
    const holder = parts[index + 2] ?? "";
    const isObject = /^[0-9a-f-]{36}$/.test(part) && (holder === item || OWN_HOLDERS.has(holder));
    return isObject ? [{ place: HELD[holder] ?? item, href }] : [];
  });
}

/** Example: "/nejma/records/import" → "records"; null where a page belongs to no item. */
export function navItemOf(pathname: string): NavItemId | null {
  const [, , name] = pathname.split("/");
  const segment = name ? `/${name}` : "";
  return NAV_ITEMS.find((item) => item.segment === segment)?.id ?? null;
}

/** Address of an item in an organisation. */
export function navItemHref(orgSlug: string, id: NavItemId): string {
  return navHref(orgSlug, NAV_ITEMS.find((item) => item.id === id)?.segment ?? "");
}
