import type { OrgScope } from "@/lib/domain/access/scope";
import type { DossierRow } from "@/lib/features/dossier/read/queries";
import { withOrg } from "@/lib/platform/database/transaction";
import { log, reasonOf } from "@/lib/platform/log/log";

/** Renewed long before it ends, so that one slow statement does not lose it. */
export const LEASE_MS = 60_000;
const EVERY_MS = 2_000;

type Progress = { done: number; total: number };

export type Watch = {
  note: (progress: Progress) => void;
  /** True once it was cancelled, taken over, or the process is asked to end. */
  isStopped: () => boolean;
  end: () => void;
};

/** Renews the lease of a dossier in the making, writes how far it is, and hears that it was cancelled. */
export function watchDossier(
  scope: OrgScope,
  { id, attempts }: Pick<DossierRow, "id" | "attempts">,
  signal: AbortSignal,
): Watch {
  let progress: Progress = { done: 0, total: 0 };
  let isLost = false;
  let isBusy = false;
  const renew = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      const { count } = await withOrg(scope, (tx) =>
        tx.dossier.updateMany({
          where: { id, state: "running", attempts },
          data: {
            leasedUntil: new Date(Date.now() + LEASE_MS),
            ...{ filesDone: progress.done, filesTotal: progress.total },
          },
        }),
      );
      isLost = count === 0;
    } catch (error) {
      // The lease outlives a database that is away for a moment.
      log.warn(reasonOf(error), "a dossier's lease was not renewed");
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void renew(), EVERY_MS);
  return {
    note: (noted) => (progress = noted),
    isStopped: () => isLost || signal.aborted,
    end: () => clearInterval(timer),
  };
}
