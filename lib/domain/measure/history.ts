/** Content of one version as stored; older ones may lack later fields. */
type Snapshot = Readonly<Record<string, unknown>>;

/** Editable fields of a measure, in the order of its form. */
export const MEASURE_FIELDS = [
  "title",
  "description",
  "family",
  "articles",
  "iso",
  "owner",
  "evidence",
  "since",
  "reviewOn",
] as const;
export type MeasureField = (typeof MEASURE_FIELDS)[number];

/** The fields in which a version differs from the one before it; none for the first. */
export function changedFields(now: Snapshot, before: Snapshot | undefined): MeasureField[] {
  if (!before) return [];
  return MEASURE_FIELDS.filter((field) => JSON.stringify(now[field]) !== JSON.stringify(before[field]));
}
