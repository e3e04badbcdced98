import { followUpNumber } from "@/lib/domain/breach/notice";
import { noticeStatusOf, proofsOfNotice, type NoticeStatus } from "@/lib/domain/breach/notice-state";
import { readOwnPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";
import { findProofs } from "./proofs";
import { findNoticeFacts, findNotices, type NoticeRow } from "./queries";
import { recipientsOf } from "./recipients";

export type IssuedTo = Pick<NoticeRow, "id" | "controllerId" | "number" | "phase"> & {
  /** Place after the initial notice. */
  followUp: number;
  issuedByName: string;
  issuedAt: number | null;
  /** Names of those it was sent to. */
  recipients: string[];
  status: NoticeStatus;
};

/** Every notice that was issued of one breach, by controller: by whom, to whom, and what became of it. */
export async function findIssuedTo(tx: Tx, org: string, breachId: string) {
  const notices = await findNotices(tx, { breachId, status: "issued" });
  if (notices.length === 0) return () => [];
  const facts = await findNoticeFacts(tx, { breachId });
  const own = await readOwnPeople(tx, org);
  const found: IssuedTo[] = [];
  for (const notice of notices) {
    const { id, controllerId, number, phase, issuedAt, issuedByName, status } = notice;
    const ofNotice = facts.filter(
      (fact) => fact.controllerId === controllerId && (fact.noticeId === id || fact.noticeId === null),
    );
    found.push({
      id,
      controllerId,
      number,
      phase,
      followUp: followUpNumber(notice),
      issuedByName: issuedByName ?? "",
      issuedAt: issuedAt?.getTime() ?? null,
      recipients: recipientsOf(ofNotice, id),
      status: noticeStatusOf(
        status,
        proofsOfNotice(await findProofs(tx, ofNotice, own), { id, issuedAt: issuedAt?.getTime() ?? null }),
      ),
    });
  }
  return (controllerId: string) => found.filter((notice) => notice.controllerId === controllerId);
}
