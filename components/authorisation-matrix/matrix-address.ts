import { queryHref } from "@/components/ui/query-href";
import type { MatrixQuery } from "@/lib/features/authorisation-matrix/schema";

/** The matrix as it is asked for: what is left unsaid is not in the address. */
export function matrixHref(org: string, query: Partial<MatrixQuery>): string {
  return queryHref(`/${org}/authorisations`, query);
}

/** True where something is left out; which page one is on leaves nothing out. */
export function isNarrowed({ after: _after, ...filters }: MatrixQuery): boolean {
  return Object.values(filters).some((value) => value !== "");
}
