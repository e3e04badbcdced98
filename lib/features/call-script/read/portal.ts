import { isOpenRequest, isWithdrawnBy } from "@/lib/domain/call-script/approval";
import type { ScriptLanguage } from "@/lib/domain/call-script/mentions";
import { contactsToProve, findAddressProofs } from "@/lib/platform/access/address-proofs";
import type { Tx } from "@/lib/platform/database/transaction";
import { decisionSelect, readDecision } from "./decision";
import { findRetirements } from "./queries";

/** Columns that the portal's views have. */
const portalSelect = {
  id: true,
  callScriptId: true,
  controllerId: true,
  edition: true,
  reference: true,
  title: true,
  language: true,
  text: true,
  digest: true,
  recordedAt: true,
  authorName: true,
} as const;

/** Editions that were sent to the contact's controller, the last first, with what was answered. */
export async function findPortalRequests(tx: Tx) {
  const rows = await tx.callScriptRequest.findMany({
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: portalSelect,
  });
  const decisions = await findDecisions(tx);
  const retirements = await findRetirements(
    tx,
    rows.map(({ callScriptId }) => callScriptId),
  );
  const requests = rows.map(({ recordedAt, language, ...row }) => ({
    ...row,
    language: language as ScriptLanguage,
    askedAt: recordedAt.getTime(),
    decision: decisions.get(row.id) ?? null,
    isWithdrawn: isWithdrawnBy(retirements.get(row.callScriptId) ?? [], {
      askedAt: recordedAt.getTime(),
      decision: decisions.get(row.id) ?? null,
    }),
  }));
  return requests.map((request) => {
    const own = requests.filter(({ callScriptId }) => callScriptId === request.callScriptId);
    return { ...request, isOpen: isOpenRequest(request, own) };
  });
}

export type PortalRequest = Awaited<ReturnType<typeof findPortalRequests>>[number];

export async function findPortalRequest(tx: Tx, id: string): Promise<PortalRequest | null> {
  return (await findPortalRequests(tx)).find((request) => request.id === id) ?? null;
}

async function findDecisions(tx: Tx) {
  const rows = await tx.callScriptDecision.findMany({ select: { requestId: true, ...decisionSelect } });
  const proofs = await findAddressProofs(tx, contactsToProve(rows));
  return new Map(rows.map(({ requestId, ...row }) => [requestId, readDecision(row, proofs)]));
}
