import { required } from "@/lib/domain/invariant/required";
import { NOUNS } from "@/lib/domain/nouns/nouns";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { fold } from "@/lib/domain/text/fold";

/** Lists that take saved views, by their tab. */
export const SAVED_VIEW_LISTS = [
  "breaches",
  "contracts",
  "controllers",
  "instructions",
  "journal",
  "measures",
  "obligations",
  "outbox",
  "own-records",
  "records",
  "rights-requests",
  "scripts",
  "sub-processors",
  "threads",
  "transfers",
] as const;
export type SavedViewList = (typeof SAVED_VIEW_LISTS)[number];

/** Address of a list below the organisation's, "/contracts". */
export function savedViewPath(list: SavedViewList): string {
  const tabs = NOUNS.flatMap((noun) => ("navigation" in noun ? [...noun.navigation] : []));
  return required(tabs.find(({ id }) => id === list)?.segment, `tab of the list ${list}`);
}

/** Parameters of an address that say where a reader stands in a list, not what it holds. */
const POSITIONS = ["after", "before", "panel"];

/** Most views of one list that a member has, and most that all share. */
export const MAX_VIEWS = 20;

/** State of a view after its last act; `number` is that act's. */
export type SavedView = {
  id: string;
  number: number;
  memberId: string;
  /** Name of the member at the time of the last act. */
  authorName: string;
  list: SavedViewList;
  query: string;
  name: string;
  isShared: boolean;
};

/** Member who acts: whoever may not share has views of their own alone. */
export type ViewMember = { id: string; mayShare: boolean; maySteward: boolean };

export type ViewChange = { name: string; isShared: boolean; query: string; seen: number };

/** Filters of an address in one order, without position, empty values and what the list does by itself. */
export function normalizeQuery(
  query: Readonly<Record<string, string | number | undefined>>,
  defaults: Readonly<Record<string, string>> = {},
): string {
  const stated = Object.entries(query)
    .map(([name, value]) => [name, String(value ?? "")] as const)
    .filter(([name, value]) => value !== "" && !POSITIONS.includes(name))
    .filter(([name, value]) => value !== defaults[name])
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return new URLSearchParams(stated.map(([name, value]) => [name, value])).toString();
}

/** Puts a query that a form sends back into the one order; what is no query becomes empty. */
export function reorderQuery(query: string): string {
  return normalizeQuery(Object.fromEntries(new URLSearchParams(query)));
}

/** True where an address narrows its list beyond one of the list's own views. */
export function isNarrowed(query: string): boolean {
  return [...new URLSearchParams(query).keys()].some((name) => name !== "view");
}

/** Views of a list that a member is shown: their own and those that all share, by name. */
export function visibleViews(views: readonly SavedView[], member: string): SavedView[] {
  return views
    .filter(({ memberId, isShared }) => isShared || memberId === member)
    .toSorted((one, other) => one.name.localeCompare(other.name, "fr") || (one.id < other.id ? -1 : 1));
}

/** A view is changed by its member; one that all share, also by an owner or the DPO. */
export function mayChangeView({ memberId, isShared }: SavedView, by: ViewMember): boolean {
  return memberId === by.id || (isShared && by.maySteward);
}

/** Decides on saving or changing a view; `view` is null for a new one, and `views` are all of its list. */
export function decideView(
  view: SavedView | null,
  views: readonly SavedView[],
  change: ViewChange,
  by: ViewMember,
): Outcome<null> {
  if (view) {
    const found = decideOnShown(view, change.seen, by);
    if (!found.ok) return found;
  }
  if (change.query === "") return invalid("", "saved-view.noFilter");
  const owner = view?.memberId ?? by.id;
  if (change.isShared && !view?.isShared && !by.mayShare)
    return invalid("isShared", "saved-view.mayNotShare");
  const others = views.filter(({ id }) => id !== view?.id);
  const beside = others.filter(({ isShared, memberId }) => isShared || memberId === owner);
  if (beside.some(({ name }) => fold(name) === fold(change.name)))
    return invalid("name", "saved-view.nameTaken", { name: change.name });
  const counted = others.filter(({ isShared, memberId }) =>
    change.isShared ? isShared : !isShared && memberId === owner,
  );
  const isAdded = !view || view.isShared !== change.isShared;
  if (isAdded && counted.length >= MAX_VIEWS)
    return invalid("", change.isShared ? "saved-view.tooManyShared" : "saved-view.tooMany", {
      count: MAX_VIEWS,
    });
  return done(null);
}

/** Decides whether a member may act on a view as their page showed it: `seen` is the number of the act shown. */
export function decideOnShown(view: SavedView, seen: number, by: ViewMember): Outcome<null> {
  if (!view.isShared && view.memberId !== by.id) return refuse({ kind: "not-found" });
  if (!mayChangeView(view, by)) return invalid("", "saved-view.notYours", { name: view.authorName });
  if (view.number !== seen) return invalid("", "saved-view.meanwhile", { name: view.authorName });
  return done(null);
}
