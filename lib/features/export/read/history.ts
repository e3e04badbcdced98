import { groupBy } from "@/lib/domain/invariant/group-by";
import { controllerSnapshotSchema } from "@/lib/domain/controller/snapshot";
import { lastOf } from "@/lib/domain/invariant/required";
import type { Tx } from "@/lib/platform/database/transaction";
import type { OpenedRegister } from "./queries";
import type { ControllerHistory, MeasureHistory } from "@/lib/features/register-import/schema";

/** Instant up to which it is read; null for now. */
type ReadUntil = Pick<OpenedRegister, "at">;

export type StoredVersion = {
  version: number;
  recordedAt: Date;
  supersededAt: Date | null;
  authorName: string;
  change: string;
};

const STORED = {
  version: true,
  recordedAt: true,
  supersededAt: true,
  authorName: true,
  change: true,
} as const;

/** Empty for the own register. */
export async function findControllerHistories(
  tx: Tx,
  { head, controllerIds, at }: OpenedRegister,
): Promise<ControllerHistory[]> {
  if (head.capacity === "controller") return [];
  const versions = await tx.controllerVersion.findMany({
    where: { ...until({ at }), ...of(controllerIds) },
    orderBy: [{ controllerId: "asc" }, { version: "asc" }],
    select: { controllerId: true, snapshot: true, ...STORED },
  });
  const spellings = await tx.controllerSpelling.findMany({
    where: at ? { createdAt: { lte: at } } : {},
    orderBy: { spelling: "asc" },
    select: { controllerId: true, spelling: true },
  });
  const spelt = groupBy(spellings, (row) => row.controllerId);
  const histories = [...groupBy(versions, (row) => row.controllerId)].map(([id, rows]) => ({
    id,
    spellings: (spelt.get(id) ?? []).map(({ spelling }) => spelling),
    versions: rows.map(({ snapshot, ...row }) => ({
      ...describeVersion(row, at),
      says: describeControllerVersion(snapshot),
    })),
  }));
  return sorted(histories, ({ versions: words }) => [lastOf(words).says.legalName, words]);
}

/** Measures with all their versions, of the organisation or of one controller's entries. */
export async function findMeasureHistories(
  tx: Tx,
  { controllerIds, at }: OpenedRegister,
): Promise<MeasureHistory[]> {
  const named = controllerIds.length > 0 ? await findNamed(tx, controllerIds, { at }) : null;
  const versions = await tx.measureVersion.findMany({
    where: { ...until({ at }), ...(named ? { measureId: { in: named } } : {}) },
    orderBy: [{ measureId: "asc" }, { version: "asc" }],
    select: { measureId: true, snapshot: true, ...STORED },
  });
  const histories = [...groupBy(versions, (row) => row.measureId)].map(([id, rows]) => ({
    id,
    versions: rows.map(({ snapshot, ...row }) => {
      const { id: _id, version: _version, ...described } = snapshot as { id: string; version: number };
      return { ...describeVersion(row, at), says: described as MeasureHistory["versions"][number]["says"] };
    }),
  }));
  return sorted(histories, ({ versions: words }) => [lastOf(words).says.reference]);
}

function of(controllerIds: readonly string[]) {
  return controllerIds.length > 0 ? { controllerId: { in: [...controllerIds] } } : {};
}

function until({ at }: ReadUntil) {
  return at ? { recordedAt: { lte: at } } : {};
}

/** A version superseded after the requested instant was current then. */
export function describeVersion(
  { version, recordedAt, supersededAt, authorName, change }: StoredVersion,
  at: Date | null,
) {
  const isCurrent = supersededAt === null || (at !== null && supersededAt > at);
  return {
    version,
    recordedAt: recordedAt.toISOString(),
    supersededAt: isCurrent ? null : supersededAt.toISOString(),
    author: authorName,
    change,
  };
}

function describeControllerVersion(snapshot: unknown): ControllerHistory["versions"][number]["says"] {
  const { id: _id, archivedAt, ...described } = controllerSnapshotSchema.parse(snapshot);
  const more = snapshot as Partial<Record<"registrationNumber" | "language" | "archiveReason", string>>;
  return {
    ...described,
    registrationNumber: more.registrationNumber ?? "",
    language: more.language ?? "fr",
    archivedAt: archivedAt?.toISOString() ?? null,
    archiveReason: more.archiveReason ?? "",
  };
}

async function findNamed(tx: Tx, controllerIds: readonly string[], { at }: ReadUntil): Promise<string[]> {
  const rows = await tx.recordVersion.findMany({
    where: { ...of(controllerIds), ...until({ at }) },
    select: { measureIds: true },
  });
  return [...new Set(rows.flatMap(({ measureIds }) => measureIds))];
}

/** Sorts by content instead of ids, so that equal registers are equal everywhere. */
function sorted<T>(items: readonly T[], keyOf: (item: T) => readonly unknown[]): T[] {
  const keyed = items.map((item) => ({ item, key: JSON.stringify(keyOf(item)) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ item }) => item);
}
