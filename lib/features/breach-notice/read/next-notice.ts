import type { NoticeContent } from "@/lib/domain/breach/notice-content";
import { nextNotice, type ToldHistory } from "@/lib/domain/breach/rectification";
import { findFirstProven } from "@/lib/features/breach/read/queries";
import { findToldHistories } from "@/lib/features/breach/read/told-histories";
import type { Tx } from "@/lib/platform/database/transaction";
import { findNotices, type NoticeRow } from "./queries";

export type NextToIssue = {
  /** True where its controller was given none that it completes: it is the initial one, article 33(2). */
  isFirst: boolean;
  previous: NoticeRow | null;
  /** Number of notices to this controller that were issued. */
  issued: number;
  /** Values that an issued notice keeps of its place. */
  kept: Pick<NoticeContent, "completes" | "afterRectification">;
  history: ToldHistory;
};

type Part = Pick<NoticeRow, "breachId" | "breachControllerId" | "controllerId">;

/** Places the next notice to one controller among those that reached it, or may have. */
export async function findNextNotice(tx: Tx, part: Part): Promise<NextToIssue> {
  const { breachId, controllerId } = part;
  const history = (await findToldHistories(tx, [breachId]))(breachId, controllerId);
  const { standing, after } = nextNotice(history);
  const firstAwareAt = (await findFirstProven(tx, [breachId])).get(`${breachId} ${controllerId}`) ?? null;
  const rows = await findNotices(tx, { breachControllerId: part.breachControllerId, status: "issued" });
  const last = standing.at(-1);
  const previous = rows.find(({ id }) => id === last?.id) ?? null;
  return {
    isFirst: previous === null,
    previous,
    issued: rows.length,
    kept: {
      ...(previous && { completes: { noticeId: previous.id, place: standing.length } }),
      ...(after && { afterRectification: { ...after, firstAwareAt } }),
    },
    history,
  };
}
