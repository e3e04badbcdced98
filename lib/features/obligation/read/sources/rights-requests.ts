import {
  planHeldRequests,
  planRightsRequest,
  planStopQuestion,
  planUnheldStop,
} from "@/lib/domain/obligation/plan-rights-request";
import { todayAtHome } from "@/lib/domain/obligation/types";
import { findHeldInstructions } from "@/lib/features/rights-request/read/instructed";
import { findUnheldStops } from "@/lib/features/rights-request/read/stopped-contacts";
import { findClockedRequests, isHeld, type ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import type { Tx } from "@/lib/platform/database/transaction";
import type { FindObligations } from "./asked";

/** Open requests of any age, those that are set aside and that a controller was to be told of, those that ended since the bound, those whose number is in doubt, and those that stop nothing. */
export const findRightsRequestObligations: FindObligations = async (tx, { now, doneSince }) => {
  const found = await findClockedRequests(tx, {
    OR: [
      { state: { notIn: ["closed", "not-ours"] } },
      { updatedAt: { gte: doneSince } },
      { numberDoubtedAt: { not: null } },
      { stopQuestion: "open" },
      { id: { in: await findToldAside(tx) } },
    ],
  });
  const held = found.filter(isHeld);
  const unheld = await findUnheldStops(
    tx,
    found.map(({ request }) => request),
  );
  const instructions = await findHeldInstructions(tx, found, todayAtHome(now));
  return [
    ...planHeldRequests(held),
    ...found.filter(({ request }) => unheld.has(request.id)).map(planUnheldStop),
    ...found.filter(isStopAsked).map(planStopQuestion),
    ...found
      .filter((one) => !isHeld(one))
      .flatMap((one) => planRightsRequest({ ...one, isInstructionHeld: instructions.has(one.id) })),
  ].filter(({ doneAt }) => doneAt === null || doneAt >= doneSince.getTime());
};

/** Requests that are set aside, and whose controller is told so by letter or otherwise, whenever that was. */
async function findToldAside(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM rights_request r WHERE r.state = 'not-ours' AND EXISTS (SELECT FROM rights_request_fact f
      WHERE f.org_id = r.org_id AND f.request_id = r.id AND f.kind = 'not-ours' AND f.value ? 'tellingIds')`;
  return rows.map(({ id }) => id);
}

/** Set aside as nobody's it holds nothing, and nothing is asked. */
function isStopAsked({ request }: ClockedRequest): boolean {
  return request.stopQuestion === "open" && request.state !== "not-ours" && request.erasedAt === null;
}
