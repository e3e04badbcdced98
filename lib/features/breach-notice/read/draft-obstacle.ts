import { draftObstacle } from "@/lib/domain/breach/draft-place";
import { foldBreach, type Place } from "@/lib/domain/breach/file";
import { rectificationOf, type ToldHistory } from "@/lib/domain/breach/rectification";
import { findFacts } from "@/lib/features/breach/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";
import type { NoticeRow } from "./queries";

type Placed = { status: Place["status"]; history: ToldHistory };

/** States why a notice that is a draft was given up by what happened since; null of any other. */
export async function findDraftObstacle(tx: Tx, notice: NoticeRow, { status, history }: Placed) {
  if (notice.status !== "draft") return null;
  return draftObstacle({
    phase: notice.phase,
    createdAt: notice.createdAt.getTime(),
    file: foldBreach(await findFacts(tx, notice.breachId)),
    rectification: rectificationOf(status, history),
    status,
  });
}
