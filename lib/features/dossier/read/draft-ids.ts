import { DRAFT_STATE } from "@/lib/domain/lifecycle/given";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";

/**
 * Ids of every row that is a draft at an instant, whatever its noun: the journal shows nothing of them outside. A campaign in
 * preparation is none: its controller sees it in the portal.
 */
export async function findDraftIds(tx: Tx, at: Date): Promise<ReadonlySet<string>> {
  const where = { ...versionsAt(at), state: DRAFT_STATE };
  const records = await tx.recordVersion.findMany({ where, select: { recordId: true } });
  const contracts = await tx.contractVersion.findMany({ where, select: { contractId: true } });
  const consultations = await tx.consultationVersion.findMany({ where, select: { consultationId: true } });
  return new Set([
    ...records.map(({ recordId }) => recordId),
    ...contracts.map(({ contractId }) => contractId),
    ...consultations.map(({ consultationId }) => consultationId),
    ...(await findDraftScripts(tx, at)),
    ...(await findUnsent(tx, at)),
  ]);
}

/** A script that its controller was asked about has been given, though it is in use no more. */
async function findDraftScripts(tx: Tx, at: Date): Promise<string[]> {
  const drafts = await tx.callScriptVersion.findMany({
    where: { ...versionsAt(at), state: DRAFT_STATE },
    select: { callScriptId: true },
  });
  const ids = drafts.map(({ callScriptId }) => callScriptId);
  const given = await tx.callScriptRequest.findMany({
    where: { callScriptId: { in: ids }, recordedAt: { lte: at } },
    select: { callScriptId: true },
  });
  const known = new Set(given.map(({ callScriptId }) => callScriptId));
  return ids.filter((id) => !known.has(id));
}

/** Requests without a fact until the instant, and notices that were not issued. */
async function findUnsent(tx: Tx, at: Date): Promise<string[]> {
  const requests = await tx.authorisation.findMany({
    where: { facts: { none: { recordedAt: { lte: at } } } },
    select: { id: true },
  });
  const notices = await tx.breachNotice.findMany({
    where: { OR: [{ issuedAt: null }, { issuedAt: { gt: at } }] },
    select: { id: true },
  });
  return [...requests, ...notices].map(({ id }) => id);
}
