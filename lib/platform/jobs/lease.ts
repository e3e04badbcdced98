import { log, reasonOf } from "@/lib/platform/log/log";

/** Renewed long before it ends, so that one slow statement does not lose it. */
export const LEASE_MS = 60_000;
const EVERY_MS = 2_000;

type Leased<Progress> = {
  /** Names the work in the log of faults. */
  what: string;
  /** Progress before any is noted. */
  start: Progress;
  /** Renews the lease in its row, with the progress; counts no row where it was lost. */
  renew: (row: { leasedUntil: Date }, progress: Progress) => Promise<{ count: number }>;
  /** Aborted when the process is asked to end. */
  signal: AbortSignal;
};

/** Ends work that was cancelled or taken over, or whose process is asked to end. */
export class StoppedError extends Error {}

export type LeaseWatch<Progress> = {
  note: (progress: Progress) => void;
  /** True once the work was cancelled or taken over, or the process is asked to end. */
  isStopped: () => boolean;
  end: () => void;
};

/** Renews the lease of a row while a job works on it, and writes how far the job is. */
export function watchLease<Progress>({ what, start, renew, signal }: Leased<Progress>): LeaseWatch<Progress> {
  let progress = start;
  let isLost = false;
  let isBusy = false;
  const renewOnce = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      const { count } = await renew({ leasedUntil: leaseFrom(new Date()) }, progress);
      isLost = count === 0;
    } catch (error) {
      // The lease outlives a database that is away for a moment.
      log.warn(reasonOf(error), `the lease of ${what} was not renewed`);
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void renewOnce(), EVERY_MS);
  return {
    note: (noted) => (progress = noted),
    isStopped: () => isLost || signal.aborted,
    end: () => clearInterval(timer),
  };
}

export function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}
