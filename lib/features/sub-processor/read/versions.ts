import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import type { SubProcessorState } from "@/lib/domain/sub-processor/lifecycle";
import type { LinkedTransfer } from "@/lib/domain/sub-processor/use-requirements";
import { readLinkedTransfer } from "@/lib/domain/authorisation/sub-processor-use";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";
import type { SubProcessorRow } from "./queries";

/** Previous version is null for the first. */
export async function findSubProcessorVersion(tx: Tx, subProcessorId: string, version: number) {
  const rows = await tx.subProcessorVersion.findMany({
    where: { subProcessorId, version: { in: [version - 1, version] } },
    select: {
      version: true,
      recordedAt: true,
      authorName: true,
      change: true,
      reference: true,
      scopeDigest: true,
      snapshot: true,
    },
  });
  const found = rows.find((row) => row.version === version);
  if (!found) return null;
  const before = rows.find((row) => row.version < version);
  const { recordedAt, authorName, change, snapshot, ...row } = found;
  return {
    row: { ...row, ...readSnapshot(snapshot), id: subProcessorId } satisfies SubProcessorRow,
    before: before ? readSnapshot(before.snapshot) : null,
    recordedAt,
    authorName,
    change,
  };
}

function readSnapshot(snapshot: unknown) {
  const { state, content } = snapshot as { state: SubProcessorState; content: unknown };
  return { state, content: subProcessorContentSchema.parse(content) };
}

export async function findLinkedTransfersAt(
  tx: Tx,
  subProcessorId: string,
  at: Date,
): Promise<LinkedTransfer[]> {
  const rows = await tx.transferVersion.findMany({
    where: { ...versionsAt(at), snapshot: { path: ["subProcessorId"], equals: subProcessorId } },
    orderBy: { reference: "asc" },
    select: { state: true, controllerId: true, snapshot: true },
  });
  return rows.map(({ snapshot, ...row }) =>
    readLinkedTransfer({ ...row, content: (snapshot as { content: unknown }).content }),
  );
}

/** Limited to requests about exactly this version. */
export async function findRequestsAbout(tx: Tx, subProcessorId: string, version: number) {
  return tx.authorisation.findMany({
    where: { subProcessorId, subProcessorVersion: version, sentAt: { not: null } },
    orderBy: { reference: "asc" },
    select: { id: true, reference: true, controllerName: true },
  });
}
