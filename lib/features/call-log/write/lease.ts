import type { OrgScope } from "@/lib/domain/access/scope";
import { withOrg } from "@/lib/platform/database/transaction";
import { log, reasonOf } from "@/lib/platform/log/log";

/** Renewed long before it ends, so that one slow statement does not lose it. */
export const LEASE_MS = 60_000;
const EVERY_MS = 2_000;

/** Renews the lease of a log that is judged, and writes how many of its calls are. */
export function watchJudging(scope: OrgScope, { id, attempts }: { id: string; attempts: number }) {
  let judged = 0;
  let isLost = false;
  let isBusy = false;
  const renew = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      const { count } = await withOrg(scope, (tx) =>
        tx.callLog.updateMany({
          where: { id, state: "judging", attempts },
          data: { leasedUntil: new Date(Date.now() + LEASE_MS), callsJudged: judged },
        }),
      );
      isLost = count === 0;
    } catch (error) {
      // The lease outlives a database that is away for a moment.
      log.warn(reasonOf(error), "the lease of a call log was not renewed");
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void renew(), EVERY_MS);
  return {
    note: (count: number) => (judged = count),
    isLost: () => isLost,
    end: () => clearInterval(timer),
  };
}
