import type { Theme } from "@/lib/i18n/locale";
import type { NavItemId } from "./nav-items";

export type ShellOrganisation = { slug: string; name: string; city?: string };
export type ShellPerson = { name: string; role?: string };

/** `hot` marks a running deadline in red, which is reserved for it; `view` is that of its list which the number counts. */
export type NavCount = number | string | { value: number | string; hot?: true; view?: string };
export type NavCounts = Partial<Record<NavItemId, NavCount>>;

/** The last crumb has no address. */
export type Crumb = { label: string; href?: string };

export type SidebarProps = {
  org: ShellOrganisation;
  organisations?: readonly ShellOrganisation[];
  person: ShellPerson;
  counts?: NavCounts;
  /** Item of the page; null where it belongs to none. */
  current: NavItemId | null;
  /** Navigation items that the role may not open. */
  closed?: readonly NavItemId[];
  theme?: Theme;
};
