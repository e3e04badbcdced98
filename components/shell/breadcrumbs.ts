import { navHref } from "./nav-href";
import { rowAt } from "./row-at";
import type { NavRoom, NavTab } from "./types";

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
  "consents",
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

/** `isThing`: a row that the page names by itself; `place` is what it is called until then. */
type PlacedCrumb = { place: string; href?: string; isThing?: boolean };

/**
 * Example: "/nejma/records/<id>/edit/transfers" gives the entry, then its form, below the tab of entries. Keys of shell.places.
 */
export function breadcrumbsBelow(pathname: string, rooms: readonly NavRoom[]): PlacedCrumb[] {
  const parts = pathname.split("/");
  const found = findTab(pathname, rooms);
  // The search belongs to no item.
  if (found === null) return parts[2] === "search" ? [{ place: "search", href: pathname }] : [];
  const above = found.page.split("/").length + (found.page === found.tab.segment ? 1 : 0);
  const item = parts[2] ?? "";
  return parts.slice(above).flatMap((part, index) => {
    const href = parts.slice(0, index + above + 1).join("/");
    if (PLACES.has(part)) return [{ place: part, href: HOLDERS.has(part) ? undefined : href }];
    // The file of an import is a step of the import, and a section a part of its form.
    const holder = parts[index + above - 1] ?? "";
    const isObject = /^[0-9a-f-]{36}$/.test(part) && (holder === item || OWN_HOLDERS.has(holder));
    return isObject ? [{ place: HELD[holder] ?? item, href, isThing: rowAt(href)?.isSheet === true }] : [];
  });
}

/** Example: "/nejma/records/import" gives the tab "records"; null where a page belongs to none. */
export function tabOf(pathname: string, rooms: readonly NavRoom[]): NavTab | null {
  return findTab(pathname, rooms)?.tab ?? null;
}

/** True of the page of a tab itself, and false of those below it, from which the breadcrumbs lead back. */
export function isTabPage(pathname: string, tab: NavTab): boolean {
  const path = withoutEnd(pathname);
  const [, org = ""] = path.split("/");
  return [tab.segment, ...tab.also].some((page) => navHref(org, page) === path);
}

export function roomOf(tab: NavTab | null, rooms: readonly NavRoom[]): NavRoom | null {
  return rooms.find(({ tabs }) => tabs.some(({ id }) => id === tab?.id)) ?? null;
}

type FoundTab = { tab: NavTab; /** The segment under which the page stands. */ page: string };

/** The tab whose page is nearest above an address. */
function findTab(pathname: string, rooms: readonly NavRoom[]): FoundTab | null {
  const path = withoutEnd(pathname);
  const [, org = ""] = path.split("/");
  const isAbove = ({ page }: FoundTab) => {
    const href = navHref(org, page);
    return path === href || (page !== "" && path.startsWith(`${href}/`));
  };
  const pages = rooms.flatMap(({ tabs }) =>
    tabs.flatMap((tab) => [tab.segment, ...tab.also].map((page) => ({ tab, page }))),
  );
  return pages.filter(isAbove).toSorted((one, other) => other.page.length - one.page.length)[0] ?? null;
}

function withoutEnd(pathname: string): string {
  return pathname.endsWith("/") ? pathname.slice(0, -1) : pathname;
}
