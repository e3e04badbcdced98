import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import { knownAt, type StoredFact } from "@/lib/domain/authorisation/history";
import { STORED_REQUEST } from "@/lib/domain/authorisation/read-request";
import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt, versionAtSql } from "@/lib/platform/database/versions";
import type { Asked, StoredStatus } from "./sub-processors-now";

/**
 * Reconstructs the past from versions of documents, states and links, and from dated facts of requests, whose other
 * columns never change once sent.
 */
export async function findStoredAt(tx: Tx, at: Date, { controllerIds, ids }: Asked): Promise<StoredStatus[]> {
  const versions = await tx.subProcessorVersion.findMany({
    where: { ...versionsAt(at), ...(ids ? { subProcessorId: { in: [...ids] } } : {}) },
    orderBy: { reference: "asc" },
    select: {
      subProcessorId: true,
      reference: true,
      name: true,
      country: true,
      state: true,
      scopeDigest: true,
      snapshot: true,
    },
  });
  const previous = versions.map(({ subProcessorId }) => subProcessorId);
  const transfers = await findTransfersAt(tx, at, previous);
  const requests = await findRequestsAt(tx, at, { controllerIds, ids: previous });
  return versions.map(({ subProcessorId: id, snapshot, ...row }) => ({
    ...row,
    id,
    content: subProcessorContentSchema.parse((snapshot as { content: unknown }).content),
    transfers: transfers.filter(({ subProcessorId }) => subProcessorId === id),
    requests: requests.filter(({ subProcessorId }) => subProcessorId === id),
  }));
}

type TransferAt = { subProcessorId: string; controllerId: string | null; state: string; content: unknown };

/** Uses the links of that instant. */
function findTransfersAt(tx: Tx, at: Date, ids: readonly string[]): Promise<TransferAt[]> {
  return tx.$queryRaw`
    SELECT v.snapshot ->> 'subProcessorId' AS "subProcessorId", v.controller_id AS "controllerId", v.state,
      v.snapshot -> 'content' AS content
    FROM transfer_version v WHERE ${versionAtSql("v", at)} AND v.snapshot ->> 'subProcessorId' = ANY (${ids}::text[])
    ORDER BY v.reference`;
}

const factSelect = {
  event: true,
  state: true,
  at: true,
  recordedAt: true,
  conditionId: true,
  authorKind: true,
  letterId: true,
} satisfies Prisma.AuthorisationFactSelect;

async function findRequestsAt(tx: Tx, at: Date, { controllerIds, ids }: Asked) {
  const rows = await tx.authorisation.findMany({
    where: {
      createdAt: { lte: at },
      subProcessorId: { in: [...(ids ?? [])] },
      ...(controllerIds ? { controllerId: { in: [...controllerIds] } } : {}),
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      ...STORED_REQUEST,
      controllerId: true,
      subProcessorId: true,
      conditions: { select: { id: true } },
      facts: { select: factSelect, orderBy: { version: "asc" } },
    },
  });
  const announced = await findAnnouncedHolidays(tx);
  return rows.map(({ facts, ...stored }) => {
    const row = { ...stored, announced };
    return { ...row, ...knownAt(row, facts as StoredFact[], at) };
  });
}
