import { registerHref } from "@/lib/domain/processing-record/register-segments";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { RecordQuery } from "@/lib/features/processing-record/loaders";

/** Which register of which organisation is listed. */
export type ListPlace = { org: string; capacity: Capacity };

/** What is left unsaid in an address means this. */
const DEFAULTS: Partial<Record<keyof RecordQuery, string>> = { view: "all", sort: "reference" };

/** Address of the list under other filters. A change of filter, view or order begins again at the first page. */
export function listHref(list: ListPlace, query: RecordQuery, change: Partial<RecordQuery>): string {
  const search = listSearch({ ...query, after: "", panel: "", ...change });
  return `${registerHref(list.org, list.capacity)}${search && `?${search}`}`;
}

/** What stands after the question mark, page included. */
export function listSearch(query: RecordQuery): string {
  return new URLSearchParams(
    Object.entries(query).filter(
      ([key, value]) => value !== "" && value !== DEFAULTS[key as keyof RecordQuery],
    ),
  ).toString();
}

export const FILTERS = [
  "q",
  "controller",
  "code",
  "country",
  "state",
  "special",
  "minors",
  "subProcessor",
  "measure",
] as const satisfies readonly (keyof RecordQuery)[];

export function isFiltered(query: RecordQuery): boolean {
  return FILTERS.some((filter) => query[filter] !== "");
}

/** The same list as it stands today. */
export function todayHref(list: ListPlace, query: RecordQuery): string {
  return listHref(list, query, { on: "" });
}

/** The same view and order without any filter. */
export function unfilteredHref(list: ListPlace, query: RecordQuery): string {
  return listHref(list, query, Object.fromEntries(FILTERS.map((filter) => [filter, ""])));
}
