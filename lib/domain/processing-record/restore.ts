import type { NamedProcedure } from "@/lib/domain/organisation/types";
import type { RecordLinks } from "./links";
import { restoreLinks } from "./name-links";
import { refusedUses, type SubProcessorStatus } from "./sub-processors";
import { callProcedure, procedureOf } from "./young";
import { compareVersions, type RecordDescription } from "./version-changes";

/** Obstacles and warnings when an earlier version is restored. */
export type RestoreFacts = {
  /** Measures that the earlier version names and that may no longer be named: retired since. */
  retiredMeasures: readonly string[];
  /** Procedures that may no longer be named: withdrawn since. */
  withdrawnProcedures: readonly NamedProcedure[];
  /** Sub-processors of the list as they stand for the controller of the earlier version; null in the own register. */
  statuses: readonly SubProcessorStatus[] | null;
  /** The contracts and transfers of the controller of the earlier version, as they stand. */
  links: RecordLinks;
  /** True when the controller of the earlier version was archived since. */
  isControllerArchived: boolean;
  /** True when another entry bears the reference of the earlier version by now. */
  isReferenceTaken: boolean;
};

/** Keys under `history.refusals`. */
export type RestoreRefusal = "ended" | "controllerArchived" | "same";

export type RestoreDecision =
  | {
      ok: true;
      description: RecordDescription;
      /** Ids of measures that do not come back. */
      measuresLeft: string[];
      /** Names of sub-processors that do not come back: not active for the controller, 28(2). */
      subProcessorsLeft: string[];
      /** References of contracts and transfers that do not come back: ended since. */
      linksLeft: string[];
      /** Name of a procedure that does not come back; null where it does. */
      procedureLeft: string | null;
      /** True when the entry keeps its present reference, for the earlier one is another's. */
      isReferenceKept: boolean;
    }
  | { ok: false; key: RestoreRefusal };

/**
 * Plans the restoration of an earlier version as a new version. State is a dated fact and remains. An ended
 * entry must be reopened first; an entry of an archived controller is not moved to another; retired measures
 * and inactive sub-processors are not added again.
 */
export function planRestore(
  current: RecordDescription,
  earlier: RecordDescription,
  {
    retiredMeasures,
    withdrawnProcedures,
    statuses,
    links,
    isControllerArchived,
    isReferenceTaken,
  }: RestoreFacts,
): RestoreDecision {
  if (current.state === "ended") return { ok: false, key: "ended" };
  const isHeldForAnother = earlier.controllerId !== current.controllerId;
  if (isHeldForAnother && isControllerArchived) return { ok: false, key: "controllerArchived" };
  // A measure named at present was added before its retirement, and remains until a person removes it.
  const measuresLeft = earlier.content.measureIds.filter(
    (id) => retiredMeasures.includes(id) && !current.content.measureIds.includes(id),
  );
  const previous = isHeldForAnother ? [] : current.content.subProcessors;
  const refused = statuses ? refusedUses(previous, earlier.content.subProcessors, statuses) : [];
  const isReferenceKept = earlier.reference !== current.reference && isReferenceTaken;
  const withdrawn =
    earlier.content.minorsProcedureId === current.content.minorsProcedureId
      ? null
      : procedureOf(earlier.content, withdrawnProcedures);
  const linked = restoreLinks(earlier.content, current.content, links);
  const stated: RecordDescription = {
    reference: isReferenceKept ? current.reference : earlier.reference,
    controllerId: earlier.controllerId,
    state: current.state,
    stateSince: current.stateSince,
    content: {
      ...linked.content,
      measureIds: earlier.content.measureIds.filter((id) => !measuresLeft.includes(id)),
      minorsProcedureId: withdrawn ? null : earlier.content.minorsProcedureId,
      subProcessors: earlier.content.subProcessors.filter((_, at) => !refused.some(({ row }) => row === at)),
    },
  };
  if (compareVersions(current, stated).length === 0) return { ok: false, key: "same" };
  return {
    ok: true,
    description: stated,
    measuresLeft,
    subProcessorsLeft: refused.map(({ name }) => name),
    linksLeft: linked.left,
    procedureLeft: withdrawn && callProcedure(withdrawn),
    isReferenceKept,
  };
}
