import type { Place } from "@/lib/domain/breach/file";
import { rectificationOf, type Rectification } from "@/lib/domain/breach/rectification";
import type { Tx } from "@/lib/platform/database/transaction";
import { findToldHistories } from "./told-histories";

/**
 * Reads by breach and controller what is to be taken back of what controllers that were set aside were told before; as it stood
 * at an instant where one is given, with the places that the caller read of it.
 */
export async function findRectifications(
  tx: Tx,
  breachIds: readonly string[],
  until?: Date,
): Promise<(breachId: string, controllerId: string, status: Place["status"]) => Rectification> {
  const historyOf = await findToldHistories(tx, breachIds, until);
  return (breachId, controllerId, status) => rectificationOf(status, historyOf(breachId, controllerId));
}
