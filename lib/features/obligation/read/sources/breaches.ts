import { planBreach } from "@/lib/domain/obligation/plan-breach";
import { findBreachesToPlan } from "@/lib/features/breach/read/to-plan";
import type { FindObligations } from "./asked";

/** Open breaches of any age; closing ends what a file owed. */
export const findBreachObligations: FindObligations = async (tx, { now, doneSince }) => {
  const found = await findBreachesToPlan(
    tx,
    { OR: [{ status: { not: "closed" } }, { updatedAt: { gte: doneSince } }] },
    now,
  );
  return found
    .flatMap((breach) => planBreach(breach))
    .filter(({ doneAt }) => doneAt === null || doneAt >= doneSince.getTime());
};
