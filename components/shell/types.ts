import type { ReactNode } from "react";
import type { Room } from "@/lib/domain/nouns/rooms";
import type { Theme } from "@/lib/i18n/locale";
import type { NavItemId } from "./nav-item-id";

export type ShellOrganisation = { slug: string; name: string; city?: string };
export type ShellPerson = { name: string; role?: string };

/**
 * `hot` marks a running deadline in red, which is reserved for it; `view` is that of its list which the number counts; `mark` says
 * in a word what else stands there, such as a drill.
 */
export type NavCount =
  number | string | { value?: number | string; hot?: true; view?: string; mark?: string };
export type NavCounts = Partial<Record<NavItemId, NavCount>>;

/** A page of a room, with its words in the reader's language. */
export type NavTab = {
  id: NavItemId;
  segment: string;
  /** Further pages on which it stands open. */
  also: readonly string[];
  label: string;
  count?: NavCount;
};
/** An entry of the rail; it leads to its first tab. */
export type NavRoom = { id: Room; label: string; tabs: readonly NavTab[] };

/** The last crumb has no address. */
export type Crumb = { label: ReactNode; href?: string };

export type SidebarProps = {
  org: ShellOrganisation;
  organisations?: readonly ShellOrganisation[];
  person: ShellPerson;
  rooms: readonly NavRoom[];
  /** Room of the page; null where it belongs to none. */
  current: Room | null;
  theme?: Theme;
  /** Some of the organisation's data are invented: said beside its name, with the way to clear them for whoever may. */
  example?: { mayClear: boolean };
};
