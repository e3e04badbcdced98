import { sumLines, type LineCounts } from "@/lib/domain/choice/list-line";
import type { ChoiceAct } from "@/lib/domain/choice/choices";
import type { Tx } from "@/lib/platform/database/transaction";

/** Checks that one page shows. */
const MOST_SHOWN = 50;

/** Finds the last checks of lists, with their lines by status and by reason. */
export async function findChecks(tx: Tx) {
  const rows = await tx.choiceCheck.findMany({
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: MOST_SHOWN,
    select: {
      id: true,
      act: true,
      purpose: true,
      country: true,
      day: true,
      sha256: true,
      lineCount: true,
      answers: true,
      recordedAt: true,
      authorName: true,
      controller: { select: { legalName: true } },
    },
  });
  return rows.map(({ act, answers, recordedAt, controller, ...row }) => {
    const counts = answers as LineCounts;
    // The database admits no other acts.
    const question = { act: act as ChoiceAct, controller: controller.legalName };
    return { ...row, ...question, counts, sums: sumLines(counts), recordedAt: recordedAt.getTime() };
  });
}
