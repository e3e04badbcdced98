import type { Theme } from "@/lib/i18n/locale";
import type { NavItemId } from "./nav-items";

export type ShellOrganisation = { slug: string; name: string; city?: string };
export type ShellPerson = { name: string; role?: string };

/** What stands at the end of a room's line. `hot` is for what runs out of time: red, and nothing else is. */
export type NavCount = number | string | { value: number | string; hot: true };
export type NavCounts = Partial<Record<NavItemId, NavCount>>;

/** The last crumb is where one is, and has no address. */
export type Crumb = { label: string; href?: string };

export type SidebarProps = {
  org: ShellOrganisation;
  /** The person's other organisations. */
  organisations?: readonly ShellOrganisation[];
  person: ShellPerson;
  counts?: NavCounts;
  current: NavItemId;
  /** Rooms that this person's role does not open. */
  closed?: readonly NavItemId[];
  theme?: Theme;
};
