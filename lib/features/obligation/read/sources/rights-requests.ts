import { planHeldRequests, planRightsRequest } from "@/lib/domain/obligation/plan-rights-request";
import { findClockedRequests, isHeld } from "@/lib/features/rights-request/read/to-plan";
import type { FindObligations } from "./asked";

/** Open requests of any age, and those that ended since the bound. */
export const findRightsRequestObligations: FindObligations = async (tx, { doneSince }) => {
  const found = await findClockedRequests(tx, {
    OR: [{ state: { notIn: ["closed", "not-ours"] } }, { updatedAt: { gte: doneSince } }],
  });
  const held = found.filter(isHeld);
  return [
    ...planHeldRequests(held),
    ...found.filter((one) => !isHeld(one)).flatMap(planRightsRequest),
  ].filter(({ doneAt }) => doneAt === null || doneAt >= doneSince.getTime());
};
