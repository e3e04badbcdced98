import { endsAt } from "@/lib/domain/obligation/due";
import { planBreach, RUNNING_KINDS } from "@/lib/domain/obligation/plan-breach";
import type { Obligation } from "@/lib/domain/obligation/types";
import type { Tx } from "@/lib/platform/database/transaction";
import { findBreachesToPlan, type FoundBreach } from "./to-plan";

export type RunningBreach = {
  id: string;
  reference: string;
  title: string;
  isDrill: boolean;
  awareAt: number | null;
  /** Controllers that nobody told yet, among those not set aside. */
  notInformed: number;
  /** Controllers that wait to be confirmed or set aside. */
  proposed: number;
  /** The first contractual deadline among them. */
  deadline: number | null;
};

/** Open breaches of which an obligation runs: no awareness yet, no controller known, or one that is not told. */
export async function findRunning(tx: Tx, now: number): Promise<RunningBreach[]> {
  const found = await findBreachesToPlan(tx, { status: { not: "closed" } }, now);
  return found.flatMap((breach) => {
    const open = planBreach(breach).filter(
      ({ kind, doneAt }) => doneAt === null && RUNNING_KINDS.includes(kind),
    );
    return open.length === 0 ? [] : [runningOf(breach, open)];
  });
}

function runningOf({ row, title, isDrill, file }: FoundBreach, open: readonly Obligation[]): RunningBreach {
  const deadlines = open.flatMap(({ due }) => (due.type === "instant" ? endsAt(due) : []));
  return {
    id: row.subject.id,
    reference: row.subject.reference,
    title,
    isDrill,
    awareAt: file.awareAt,
    notInformed: open.filter(({ controller }) => controller !== null).length,
    proposed: file.places.filter(({ status }) => status === "proposed").length,
    deadline: deadlines.length === 0 ? null : Math.min(...deadlines),
  };
}
