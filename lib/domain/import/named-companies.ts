import type { PlannedRow } from "./plan";

/** Sub-processor that rows of the file name, with the number of those rows. */
export type NamedCompany = { name: string; country: string | null; isListed: boolean; rows: number };

/** Lists each sub-processor once, the most named first: rows set aside for another reason than a question name nobody. */
export function namedCompanies(rows: readonly Pick<PlannedRow, "reason" | "content">[]): NamedCompany[] {
  const companies = new Map<string, NamedCompany>();
  for (const { reason, content } of rows) {
    if (reason !== null && reason !== "question") continue;
    const seen = new Set<string>();
    for (const { name, country, subProcessorId } of content.subProcessors) {
      const key = JSON.stringify([subProcessorId ?? name.toLowerCase(), country]);
      if (seen.has(key)) continue;
      seen.add(key);
      const before = companies.get(key);
      companies.set(key, {
        name: before?.name ?? name,
        country,
        isListed: subProcessorId !== null,
        rows: (before?.rows ?? 0) + 1,
      });
    }
  }
  return [...companies.values()].toSorted((one, other) => other.rows - one.rows);
}
