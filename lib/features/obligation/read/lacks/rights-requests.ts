import { undatedOf } from "@/lib/domain/obligation/types";
import { findHeldInstructions } from "@/lib/features/rights-request/read/instructed";
import { findClockedRequests } from "@/lib/features/rights-request/read/to-plan";
import type { FindLacks } from "./asked";

/** Requests that are executed on an instruction which orders nothing today, 28(3)(a), 29: nothing more of it may be done. */
export const findRightsRequestLacks: FindLacks = async (tx, { day }) => {
  const requests = await findClockedRequests(tx, { state: { in: ["instructed", "executing"] } });
  const held = await findHeldInstructions(tx, requests, day);
  return requests.flatMap(({ request, row }) => {
    const instruction = held.get(request.id);
    return instruction ? [undatedOf(row, "rights-request.ground", { about: instruction.number })] : [];
  });
};
