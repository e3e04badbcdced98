import { registerHref } from "@/lib/domain/processing-record/register-segments";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { RecordQuery } from "@/lib/features/processing-record/loaders";

export type ListPlace = { org: string; capacity: Capacity };

/** Values omitted from an address. */
const DEFAULTS: Partial<Record<keyof RecordQuery, string>> = { view: "all", sort: "reference" };

/** Resets to the first page on a change of filter, view or order. */
export function listHref(list: ListPlace, query: RecordQuery, change: Partial<RecordQuery>): string {
  const search = listSearch({ ...query, after: "", panel: "", ...change });
  return `${registerHref(list.org, list.capacity)}${search && `?${search}`}`;
}

/** Query string including the page. */
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
  "placeKind",
  "state",
  "special",
  "minors",
  "subProcessor",
  "measure",
] as const satisfies readonly (keyof RecordQuery)[];

export function isFiltered(query: RecordQuery): boolean {
  return FILTERS.some((filter) => query[filter] !== "");
}

export function todayHref(list: ListPlace, query: RecordQuery): string {
  return listHref(list, query, { on: "" });
}

export function unfilteredHref(list: ListPlace, query: RecordQuery): string {
  return listHref(list, query, Object.fromEntries(FILTERS.map((filter) => [filter, ""])));
}
