/** Calls that break a rule as one judgement counted them, and a dated act about them. */
type Judged = { id: string; broken: number };
type Closing = { judgement: { broken: number } };

export type FindingStatus = "none" | "open" | "closed";

/**
 * Says whether calls outside instructions (28(3)(a)) still ask for an act: they do until a person has closed as many as are
 * known. A later judgement that finds more opens it again.
 */
export function findingStatus(latest: Judged | null, closings: readonly Closing[]): FindingStatus {
  if (!latest || latest.broken === 0) return "none";
  return closings.some(({ judgement }) => judgement.broken >= latest.broken) ? "closed" : "open";
}
