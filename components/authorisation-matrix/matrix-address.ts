import type { MatrixQuery } from "@/lib/features/authorisation-matrix/schema";

/** The matrix as it is asked for: what is left unsaid is not in the address. */
export function matrixHref(org: string, query: Partial<MatrixQuery>): string {
  const asked = Object.entries(query).filter(([, value]) => value !== "");
  return `/${org}/authorisations${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ""}`;
}

/** True where something is left out; which page one is on leaves nothing out. */
export function isNarrowed({ after: _after, ...filters }: MatrixQuery): boolean {
  return Object.values(filters).some((value) => value !== "");
}
