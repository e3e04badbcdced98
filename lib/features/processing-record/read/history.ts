import { recordContentSchema } from "@/lib/domain/processing-record/content";
import { planRestore, type RestoreDecision } from "@/lib/domain/processing-record/restore";
import type { RecordState } from "@/lib/domain/processing-record/types";
import type { RecordDescription } from "@/lib/domain/processing-record/version-changes";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { findMergedAt } from "@/lib/platform/merged-at";
import { findParty, findUnusableMeasures, isReferenceUsed, type RecordRow } from "./queries";
import { lockLinks } from "./links";
import { lockProcedure } from "./procedures";
import { lockStatuses } from "./sub-processors";

/** Limit of listed versions. */
export const VERSIONS_SHOWN = 20;

const versionSelect = {
  version: true,
  recordedAt: true,
  authorName: true,
  change: true,
  reference: true,
  controllerId: true,
  state: true,
  stateSince: true,
  snapshot: true,
} satisfies Prisma.RecordVersionSelect;

type StoredVersion = Prisma.RecordVersionGetPayload<{ select: typeof versionSelect }>;

export type VersionRow = Omit<StoredVersion, "snapshot"> & { description: RecordDescription };

/** Returns one extra version, which the oldest shown is compared with. */
export async function findVersions(tx: Tx, recordId: string, below: number | null): Promise<VersionRow[]> {
  const rows = await tx.recordVersion.findMany({
    where: { recordId, ...(below === null ? {} : { version: { lt: below } }) },
    orderBy: { version: "desc" },
    take: VERSIONS_SHOWN + 1,
    select: versionSelect,
  });
  return rows.map(readVersion);
}

export async function findVersion(tx: Tx, recordId: string, version: number): Promise<VersionRow | null> {
  const row = await tx.recordVersion.findFirst({
    where: { recordId, version },
    select: versionSelect,
  });
  return row && readVersion(row);
}

/** Joins facts and versions by their common instant. */
export async function findFactsOf(tx: Tx, recordId: string, versions: readonly VersionRow[]) {
  return tx.recordStateFact.findMany({
    where: { recordId, recordedAt: { in: versions.map(({ recordedAt }) => recordedAt) } },
    select: { event: true, since: true, reason: true, recordedAt: true },
  });
}

export async function findControllerNames(tx: Tx, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return [];
  return tx.controller.findMany({
    where: { id: { in: wanted } },
    select: { id: true, legalName: true, archivedAt: true },
  });
}

/** Decides by current data; locks the controller and measures that it names. */
export async function decideRestore(
  tx: Tx,
  now: Date,
  current: RecordRow,
  earlier: VersionRow,
): Promise<{ decision: RestoreDecision; controller: RecordRow["controller"] }> {
  const stated = await inRemaining(tx, now, earlier.description);
  const isSameController = stated.controllerId === current.controllerId;
  const controller =
    isSameController || stated.controllerId === null
      ? current.controller
      : await findParty(tx, stated.controllerId);
  const decision = planRestore(current, stated, {
    statuses: current.capacity === "processor" ? await lockStatuses(tx, now, stated) : null,
    links: (await lockLinks(tx, now, stated.controllerId === null ? [] : [stated.controllerId]))(stated),
    withdrawnProcedures: await findWithdrawn(tx, stated.content.minorsProcedureId),
    retiredMeasures: await findUnusableMeasures(tx, stated.content.measureIds),
    isControllerArchived: !isSameController && controller === null,
    isReferenceTaken: await isReferenceUsed(tx, current, stated.reference),
  });
  return { decision, controller };
}

/** Locks the procedure that an earlier version names; empty unless it was withdrawn. */
async function findWithdrawn(tx: Tx, id: string | null) {
  const procedure = id === null ? null : await lockProcedure(tx, id);
  return procedure?.state === "withdrawn" ? [procedure] : [];
}

/** Maps a controller merged since, straight or through others, to the one that remains. */
async function inRemaining(
  tx: Tx,
  now: Date,
  stated: VersionRow["description"],
): Promise<VersionRow["description"]> {
  if (stated.controllerId === null) return stated;
  const merged = await findMergedAt(tx, now);
  return { ...stated, controllerId: merged.get(stated.controllerId) ?? stated.controllerId };
}

function readVersion({ snapshot, ...row }: StoredVersion): VersionRow {
  const { reference, controllerId, stateSince } = row;
  const content = recordContentSchema.parse(snapshot);
  return {
    ...row,
    description: { reference, controllerId, state: row.state as RecordState, stateSince, content },
  };
}

/** Null where the text is no version number. */
export function readVersionNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
