import type { NamedProcedure } from "@/lib/domain/organisation/types";
import type { WorkLine } from "./content";
import type { WorkFact } from "./lifecycle";

export type ProcedureVersion = WorkLine<"procedure">;

type DatedVersion = Pick<ProcedureVersion, "inForceFrom">;

export type ProcedureStatus = "withdrawn" | "no-version" | "not-yet" | "in-force";

/** Says whether a procedure is in force on a day. */
export function procedureStatus(
  { state, versions }: Pick<NamedProcedure, "state" | "versions">,
  on: string,
): ProcedureStatus {
  if (state === "withdrawn") return "withdrawn";
  if (versions.length === 0) return "no-version";
  return versionOn(versions, on) ? "in-force" : "not-yet";
}

/** Version in force on a day: the last of those that had begun; null where none had. */
export function versionOn<V extends DatedVersion>(versions: readonly V[], on: string): V | null {
  return versions.reduce<V | null>(
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
