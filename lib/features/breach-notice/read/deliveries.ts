import { isInformedKind } from "@/lib/domain/breach/informed-lines";
import type { NoticeProofKind } from "@/lib/domain/breach/notice-state";
import { readOwnPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";
import { findProofs } from "./proofs";
import { findNoticeFacts } from "./queries";

/** Says what became of a notice on its way, as the outbox and the portal tell it. Instants are milliseconds of UTC. */
export type Delivery = {
  kind: NoticeProofKind;
  at: number;
  noticeId: string;
  controllerId: string;
  /** Names who was written to or opened it, or the server that reports. */
  who: string;
  details: string;
};

/**
 * Lists, for the thread of a breach, what became of each letter and opening of its notices, art. 33(5). What a person says of how
 * a controller came to know is a line of its own, with its corrections.
 */
export async function findDeliveries(tx: Tx, org: string, breachId: string): Promise<Delivery[]> {
  const facts = await findNoticeFacts(tx, { breachId });
  const controllerOf = new Map(
    facts.flatMap(({ noticeId, controllerId }) => (noticeId ? [[noticeId, controllerId] as const] : [])),
  );
  const proofs = await findProofs(tx, facts, await readOwnPeople(tx, org));
  return proofs.flatMap(({ kind, at, noticeId, who, details }) => {
    const controllerId = noticeId === null ? undefined : controllerOf.get(noticeId);
    if (
      isInformedKind(kind) ||
      kind === "acknowledged-unproven" ||
      noticeId === null ||
      controllerId === undefined
    )
      return [];
    return [{ kind, at, noticeId, controllerId, who, details }];
  });
}
