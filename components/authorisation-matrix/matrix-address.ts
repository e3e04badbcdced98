import { queryHref } from "@/components/ui/query-href";
import type { MatrixQuery } from "@/lib/features/authorisation-matrix/schema";

/** Omits default values from the address. */
export function matrixHref(org: string, query: Partial<MatrixQuery>): string {
  return queryHref(`/${org}/authorisations`, query);
}

/** Ignores the page: paging narrows nothing. */
export function isNarrowed({ after: _after, ...filters }: MatrixQuery): boolean {
  return Object.values(filters).some((value) => value !== "");
}
