import { areOtherCompanies } from "./registration";

/** Fields chosen between two sheets that differ. */
export const MERGED_FIELDS = [
  "legalName",
  "isPlaceholder",
  "country",
  "address",
  "registrationNumber",
  "contactName",
  "contactEmail",
  "contactPhone",
  "dpoContact",
  "hasNoDpo",
  "representative",
  "representativeReason",
  "language",
  "establishments",
  "targeting",
  "targetCountries",
  "clientRole",
  "otherControllers",
] as const;
export type MergedField = (typeof MERGED_FIELDS)[number];
export type MergedSheet = Record<MergedField, string | boolean | readonly string[] | null>;

/** The fields in which two sheets differ. */
export function differingFields(one: MergedSheet, other: MergedSheet): MergedField[] {
  return MERGED_FIELDS.filter((field) => textOf(one[field]) !== textOf(other[field]));
}

function textOf(value: MergedSheet[MergedField]): string {
  return String(value ?? "");
}

/** A controller as a merge looks at it. */
export type Mergeable = {
  id: string;
  registrationNumber: string;
  isArchived: boolean;
  mergedIntoId: string | null;
  /** Certificates that name it: signed decisions, and closings of contracts. */
  certificates: number;
  /** Ends of contracts that are under way, by the contract's reference. */
  openEnds: readonly string[];
};

export type MergeRefusal =
  "same" | "merged" | "archived" | "otherCompany" | "certified" | "bothCertified" | "ending";

/**
 * Refuses a merge, or returns null. A certificate names its signatory for good, so a controller that has
 * signed must be the one that remains.
 */
export function refuseMerge(from: Mergeable, into: Mergeable): MergeRefusal | null {
  if (from.id === into.id) return "same";
  if (from.mergedIntoId !== null || into.mergedIntoId !== null) return "merged";
  if (from.isArchived || into.isArchived) return "archived";
  if (areOtherCompanies(from.registrationNumber, into.registrationNumber)) return "otherCompany";
  if (from.certificates > 0) return into.certificates > 0 ? "bothCertified" : "certified";
  return from.openEnds.length > 0 ? "ending" : null;
}

/** A row that a merge moved, by its noun and id, with the version that it had. */
export type MovedRow = { noun: MovedNoun; id: string; version: number };
export const MOVED_NOUNS = [
  "processing-record",
  "contract",
  "transfer",
  "authorisation",
  "instruction",
] as const;
export type MovedNoun = (typeof MOVED_NOUNS)[number];

/** Rows of which one names the other. */
export type NamedRows = readonly (readonly [id: string, named: string])[];

/**
 * Selects the moved rows that an undone merge leaves in place: rows changed since, and rows linked to those,
 * so that no row names a row of another controller.
 */
export function rowsThatStay(
  moved: readonly MovedRow[],
  current: ReadonlyMap<string, number>,
  named: NamedRows,
): MovedRow[] {
  const movedIds = new Set(moved.map(({ id }) => id));
  const staying = new Set(moved.flatMap(({ id, version }) => (current.get(id) === version ? [] : [id])));
  const isStaying = (id: string) => staying.has(id) || !movedIds.has(id);
  let before = -1;
  while (staying.size > before) {
    before = staying.size;
    for (const [one, other] of named) {
      if (movedIds.has(other) && isStaying(one)) staying.add(other);
      if (movedIds.has(one) && isStaying(other)) staying.add(one);
    }
  }
  return moved.filter(({ id }) => staying.has(id));
}
