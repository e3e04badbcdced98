import { authorisationCellOf, type Cell } from "@/lib/domain/authorisation/authorisation-status";
import { required } from "@/lib/domain/invariant/required";
import { today } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { cellKey, findAgreed, findRequests, findUsed, type AuthorisationRow } from "./queries";

/**
 * Status of a single request; the matrix decides which request governs a cell. A replaced request is not active through
 * its successor.
 */
export async function findOwnCell(
  tx: Tx,
  { now }: { now: Date },
  { id, controllerId, subProcessorId }: Pick<AuthorisationRow, "id" | "controllerId" | "subProcessorId">,
): Promise<Cell> {
  const requests = await findRequests(tx, { controllerId, subProcessorId });
  const [asked] = await findUsed(tx, today({ now }), { id: subProcessorId });
  const { regime } = (await findAgreed(tx, today({ now }), [controllerId]))(controllerId);
  const own = (requests.get(cellKey(controllerId, subProcessorId)) ?? []).filter((one) => one.id === id);
  return authorisationCellOf(
    {
      requests: own,
      subProcessor: required(asked, "sub-processor of the request").usedFor(controllerId),
      regime,
    },
    now.getTime(),
  );
}
