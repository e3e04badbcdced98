/** Nouns of the DPO's work, art. 39(1) and law 09-08, in the order of their tabs. */
export const WORK_KINDS = [
  "watch-item",
  "training",
  "internal-audit",
  "assistance",
  "dpo-designation",
  "procedure",
  "cndp-filing",
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

type Place = {
  /** Begins its references: "VE-001". */
  letters: string;
  /** Segment of its pages below `/dpo`. */
  segment: string;
};

export const WORK_PLACES = {
  "watch-item": { letters: "VE", segment: "watch" },
  training: { letters: "FO", segment: "trainings" },
  "internal-audit": { letters: "AU", segment: "audits" },
  assistance: { letters: "AS", segment: "assistance" },
  "dpo-designation": { letters: "DE", segment: "designation" },
  procedure: { letters: "PR", segment: "procedures" },
  "cndp-filing": { letters: "CN", segment: "filings" },
} as const satisfies Record<WorkKind, Place>;

/** Kinds whose document has lines: obligations that follow, findings, versions. */
export const LINED_KINDS = [
  "watch-item",
  "internal-audit",
  "procedure",
] as const satisfies readonly WorkKind[];
export type LinedKind = (typeof LINED_KINDS)[number];

export function isLined(kind: WorkKind): kind is LinedKind {
  return LINED_KINDS.some((lined) => lined === kind);
}

export function kindOfSegment(segment: string): WorkKind | null {
  return WORK_KINDS.find((kind) => WORK_PLACES[kind].segment === segment) ?? null;
}

/** Page of one document, below the organisation's address. */
export function workPath(kind: WorkKind, id?: string): string {
  const path = `/dpo/${WORK_PLACES[kind].segment}`;
  return id === undefined ? path : `${path}/${id}`;
}
