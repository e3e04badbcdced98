import { queryHref } from "@/components/ui/query-href";
import type { NavTab } from "./types";

export function navHref(orgSlug: string, segment: string): string {
  return `/${orgSlug}${segment}`;
}

/** Address of a tab, in the view of its list that its number counts. */
export function tabHref(orgSlug: string, tab: NavTab | undefined): string {
  const { segment = "", count } = tab ?? {};
  const view = typeof count === "object" ? (count.view ?? "") : "";
  return queryHref(navHref(orgSlug, segment), { view });
}
