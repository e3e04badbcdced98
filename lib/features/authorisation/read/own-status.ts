import { authorisationCellOf, type Cell } from "@/lib/domain/authorisation/authorisation-status";
import { required } from "@/lib/domain/invariant/required";
import { today } from "@/lib/platform/request/context";
import { readTogether } from "@/lib/platform/read/read-together";
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
  const { requests, used, agreedOf } = await readTogether({
    requests: findRequests(tx, { controllerId, subProcessorId }),
    used: findUsed(tx, today({ now }), { id: subProcessorId }),
    agreedOf: findAgreed(tx, today({ now }), [controllerId]),
  });
  const own = (requests.get(cellKey(controllerId, subProcessorId)) ?? []).filter((one) => one.id === id);
  return authorisationCellOf(
    {
      requests: own,
      subProcessor: required(used[0], "sub-processor of the request").usedFor(controllerId),
      regime: agreedOf(controllerId).regime,
    },
    now.getTime(),
  );
}
