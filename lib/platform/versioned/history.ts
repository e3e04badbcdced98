/** Latest versions of a document, as its sheet lists them. */
export const LATEST_VERSIONS = {
  orderBy: { version: "desc" },
  take: 50,
  select: { version: true, change: true, authorName: true, recordedAt: true },
} as const;

/** Facts of one instant have the order in which they were made. */
const lastMadeFirst: { recordedAt?: "desc"; id?: "desc" }[] = [{ recordedAt: "desc" }, { id: "desc" }];

/** Latest facts of a document, as its sheet lists them. */
export const LATEST_FACTS = {
  orderBy: lastMadeFirst,
  take: 50,
  select: { event: true, factOn: true, reason: true, recordedAt: true, authorName: true },
} as const;

/** Passes versions or facts on to a page: a date does not cross to the browser. */
export function withInstants<Row extends { recordedAt: Date }>(
  rows: readonly Row[],
): (Omit<Row, "recordedAt"> & { at: number })[] {
  return rows.map(({ recordedAt, ...row }) => ({ ...row, at: recordedAt.getTime() }));
}
