import { statfs } from "node:fs/promises";
import { IANA_VERSION } from "@/lib/domain/time/zones";
import { isDatabaseUnavailable } from "@/lib/platform/database/unavailable";
import { appPool } from "@/lib/platform/database/clients";
import { env } from "@/lib/platform/environment/env";
import { log } from "@/lib/platform/log/log";
import { canSend } from "@/lib/platform/mail/transport";
import { countAttempt } from "@/lib/platform/request/rate-limit";

/** Jobs run every minute; three missed is more than a restart. */
const OLDEST_BEAT_MS = 3 * 60_000;
const CLOCKS_APART_MS = 5 * 60_000;
const LONGEST_DAY_MS = 26 * 3_600_000;
const FORGOTTEN_MS = 7 * 24 * 3_600_000;
/** A letter that is due leaves within seconds; longer means that nobody sends. */
const LONGEST_WAIT_MS = 10 * 60_000;
const WRITE_EVERY_MS = 5_000;
/** PostgreSQL takes a file of 16 MiB for what it is about to write; several processes and a large import take more. */
const LEAST_ROOM = 64 * 2 ** 20;

export type Health = {
  /** Release of the IANA data that deadlines and offsets are computed from, "2026d". */
  zones: string;
  /** "degraded": pages are served, and something that nobody asks for does not happen. */
  status: "ok" | "degraded" | "unavailable";
  database: boolean;
  /** False while nothing can be saved: the disk is full, or nearly, or the database takes no row. */
  writes?: boolean;
  /** Last activity of the jobs, in ISO 8601. */
  jobs?: { lastBeat: string | null; isLate: boolean };
  /** Due instant of the oldest waiting letter; null without one, or without a mail server. */
  mail?: { waitingSince: string | null; isLate: boolean };
};

/** Up when this process answers and its database does; what lags behind is told beside it. */
export async function readHealth(now = new Date()): Promise<Health> {
  try {
    const [jobs, mail, writes] = await Promise.all([readJobs(now), readMail(now), canWrite(now)]);
    const isWell = writes && !jobs.isLate && !mail.isLate;
    return { zones: IANA_VERSION, status: isWell ? "ok" : "degraded", database: true, writes, jobs, mail };
  } catch (error) {
    log.error({ err: error }, "the database does not answer");
    return { zones: IANA_VERSION, status: "unavailable", database: false };
  }
}

let lastWrite: { at: number; done: boolean } | undefined;

/** A row is written, as every form's is; not for each of those who ask, which anybody may do. */
async function canWrite(now: Date): Promise<boolean> {
  if (lastWrite && Math.abs(now.getTime() - lastWrite.at) < WRITE_EVERY_MS) return lastWrite.done;
  const { DATABASE_FOLDER } = env();
  const done = (await hasRoom(DATABASE_FOLDER, LEAST_ROOM)) && (await isWritten(now));
  lastWrite = { at: now.getTime(), done };
  return done;
}

async function isWritten(now: Date): Promise<boolean> {
  try {
    await countAttempt("health", { tries: 1, windowMs: 1 }, now);
    return true;
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error;
    log.error({ err: error }, "the database takes no row");
    return false;
  }
}

/**
 * Returns whether a folder's disk has so many bytes left. Writing one row proves nothing: it may reuse the
 * space of another.
 */
export async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  if (!folder) return true;
  const disk = await statfs(folder).catch(() => null);
  return disk === null || disk.bavail * disk.bsize >= bytes;
}

/**
 * Late where no job ended for minutes, or a daily one for more than a day. A beat ahead of the clock was noted before the
 * clock was set back and says nothing of now.
 */
async function readJobs(now: Date) {
  const { rows } = await appPool().query<{ at: Date }>(
    "SELECT ended_at AS at FROM job_beat WHERE NOT is_failed",
  );
  const past = rows.map(({ at }) => at).filter((at) => !isOlder(now, at, CLOCKS_APART_MS));
  const last = past.toSorted((a, b) => b.getTime() - a.getTime())[0];
  // A job that there is no more has been silent for longer.
  const isMissed = past.some((at) => isOlder(at, now, LONGEST_DAY_MS) && !isOlder(at, now, FORGOTTEN_MS));
  const isLate = !last || isOlder(last, now, OLDEST_BEAT_MS) || isMissed;
  return { lastBeat: last?.toISOString() ?? null, isLate };
}

async function readMail(now: Date) {
  if (!canSend()) return { waitingSince: null, isLate: false };
  const { rows } = await appPool().query<{ since: Date | null }>("SELECT outbox_waiting_since($1) AS since", [
    now,
  ]);
  const since = rows[0]?.since ?? null;
  return {
    waitingSince: since?.toISOString() ?? null,
    isLate: !!since && isOlder(since, now, LONGEST_WAIT_MS),
  };
}

function isOlder(at: Date, now: Date, limit: number): boolean {
  return now.getTime() - at.getTime() > limit;
}
