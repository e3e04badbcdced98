import type { RecordQuery } from "@/lib/features/processing-record/loaders";

/** What is left unsaid in an address means this. */
const DEFAULTS: Partial<Record<keyof RecordQuery, string>> = { view: "all", sort: "reference" };

/** Address of the list under other filters. A change of filter, view or order begins again at the first page. */
export function listHref(org: string, query: RecordQuery, change: Partial<RecordQuery>): string {
  const next = { ...query, after: "", ...change };
  const search = new URLSearchParams(
    Object.entries(next).filter(
      ([key, value]) => value !== "" && value !== DEFAULTS[key as keyof RecordQuery],
    ),
  ).toString();
  return `/${org}/records${search && `?${search}`}`;
}

export const FILTERS = [
  "q",
  "controller",
  "code",
  "country",
  "state",
] as const satisfies readonly (keyof RecordQuery)[];

export function isFiltered(query: RecordQuery): boolean {
  return FILTERS.some((filter) => query[filter] !== "");
}

/** The same view and order without any filter. */
export function unfilteredHref(org: string, query: RecordQuery): string {
  return listHref(org, query, { q: "", controller: "", code: "", country: "", state: "" });
}
