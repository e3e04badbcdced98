import { SavedViewTabs } from "@/components/saved-view/saved-view-tabs";
import { normalizeQuery, type SavedViewList } from "@/lib/domain/saved-view/saved-view";
import { loadSavedViews } from "@/lib/features/saved-view/loaders";

type SavedViewsProps = {
  org: string;
  list: SavedViewList;
  /** Filters of the page as its list read them. */
  query: Readonly<Record<string, string | number | undefined>>;
  /** Values that the list takes where its address names none. */
  defaults?: Readonly<Record<string, string>>;
};

/** Saved views above a list, in one statement. */
export async function SavedViews({ org, list, query, defaults }: SavedViewsProps) {
  const views = await loadSavedViews(org, list);
  return <SavedViewTabs org={org} list={list} query={normalizeQuery(query, defaults)} views={views} />;
}
