import type { WorkLine } from "./content";
import type { WorkFact } from "./lifecycle";

export type ProcedureVersion = WorkLine<"procedure">;

/** Version in force on a day: the last of those that had begun; null where none had. */
export function versionOn(versions: readonly ProcedureVersion[], on: string): ProcedureVersion | null {
  return versions.reduce<ProcedureVersion | null>(
    (last, version) =>
      version.inForceFrom <= on && (last === null || version.inForceFrom >= last.inForceFrom)
        ? version
        : last,
    null,
  );
}

/** Version before another one, by their days and then by the order in which they were written. */
export function versionBefore(versions: readonly ProcedureVersion[], id: string): ProcedureVersion | null {
  const ordered = [...versions].sort((one, other) => one.inForceFrom.localeCompare(other.inForceFrom));
  const at = ordered.findIndex((version) => version.id === id);
  return ordered[at - 1] ?? null;
}

/** Day of the next review: that of a review since the version in force began, else that of the version itself. */
export function nextReviewOn(
  versions: readonly ProcedureVersion[],
  facts: readonly Pick<WorkFact, "event" | "factOn" | "nextOn">[],
  on: string,
): string | null {
  const version = versionOn(versions, on);
  if (!version) return null;
  const review = facts.findLast(({ event, factOn }) => event === "review" && factOn >= version.inForceFrom);
  return review?.nextOn ?? version.nextReviewOn;
}
