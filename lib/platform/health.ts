import { appClient } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { canSend } from "@/lib/platform/mail/transport";

/** Jobs run every minute; three missed is more than a restart. */
const OLDEST_BEAT_MS = 3 * 60_000;
/** A letter that is due leaves within seconds; longer means that nobody sends. */
const LONGEST_WAIT_MS = 10 * 60_000;

export type Health = {
  /** "degraded": pages are served, and something that nobody asks for does not happen. */
  status: "ok" | "degraded" | "unavailable";
  database: boolean;
  /** When jobs were last at work, in ISO 8601. */
  jobs?: { lastBeat: string | null; isLate: boolean };
  /** Since when the oldest letter that is due waits; null while none does, or while no mail server is set. */
  mail?: { waitingSince: string | null; isLate: boolean };
};

/** Up when this process answers and its database does; what lags behind is told beside it. */
export async function readHealth(now = new Date()): Promise<Health> {
  try {
    const [jobs, mail] = await Promise.all([readJobs(now), readMail(now)]);
    return { status: jobs.isLate || mail.isLate ? "degraded" : "ok", database: true, jobs, mail };
  } catch (error) {
    log.error({ err: error }, "the database does not answer");
    return { status: "unavailable", database: false };
  }
}

async function readJobs(now: Date) {
  const { _max } = await appClient().jobBeat.aggregate({
    _max: { endedAt: true },
    where: { isFailed: false },
  });
  const last = _max.endedAt;
  return { lastBeat: last?.toISOString() ?? null, isLate: !last || isOlder(last, now, OLDEST_BEAT_MS) };
}

async function readMail(now: Date) {
  if (!canSend()) return { waitingSince: null, isLate: false };
  const [row] = await appClient().$queryRaw<{ since: Date | null }[]>`
    SELECT outbox_waiting_since(${now}) AS since`;
  const since = row?.since ?? null;
  return {
    waitingSince: since?.toISOString() ?? null,
    isLate: !!since && isOlder(since, now, LONGEST_WAIT_MS),
  };
}

function isOlder(at: Date, now: Date, limit: number): boolean {
  return now.getTime() - at.getTime() > limit;
}
