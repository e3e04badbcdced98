import type { JointTelling } from "@/lib/domain/breach/joint-telling";
import type { Tx } from "@/lib/platform/database/transaction";
import { findLetterProofs, JOINT_QUEUED } from "./proofs";
import type { NoticeFactRow } from "./queries";

/** Kinds of facts about joint controllers of the client: no proof that the client knows. */
const JOINT_KINDS = [JOINT_QUEUED, "joint-not-told"];

export async function findJointTellings(tx: Tx, facts: readonly NoticeFactRow[]): Promise<JointTelling[]> {
  const joint = facts.filter(({ kind }) => JOINT_KINDS.includes(kind));
  const queued = new Map(joint.flatMap((fact) => (fact.letterId ? [[fact.letterId, fact] as const] : [])));
  const proofs = (await findLetterProofs(tx, queued)).toSorted((one, other) => one.at - other.at);
  const tellings = joint.map((fact): JointTelling => {
    const { id, noticeId, controllerId, letterId, value, reason, at, recordedAt, authorName } = fact;
    const { who = "", address = "" } = value as { who?: string; address?: string };
    const last = proofs.findLast((proof) => proof.letterId === letterId)?.kind ?? "queued";
    return {
      id,
      noticeId,
      controllerId,
      who,
      address,
      reason,
      by: authorName,
      at: (at ?? recordedAt).getTime(),
      state: letterId === null ? "not-told" : last,
    };
  });
  // Facts of one act have one instant.
  return tellings.toSorted((one, other) => one.at - other.at || one.who.localeCompare(other.who));
}
