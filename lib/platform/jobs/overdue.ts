import { lastOccurrence } from "@/lib/domain/time/utc-cron";
import type { JobDefinition } from "./definition";

const MINUTE = 60_000;
/** Ticks of two processes and a restart between them. */
const LATE_MS = 3 * MINUTE;
/** A beat that is further ahead than clocks of two machines differ was noted before the clock was set back. */
const AHEAD_MS = 5 * MINUTE;

/**
 * Returns whether a job missed its run, by its last success: no process ran, the machine slept over the hour,
 * or its clock was set back, so that the queue's schedule waits for an instant in the past.
 */
export function isOverdue(
  { schedule }: Pick<JobDefinition, "schedule">,
  last: Date | undefined,
  now: Date,
): boolean {
  if (!last || last.getTime() > now.getTime() + AHEAD_MS) return true;
  return last.getTime() < dueSince(schedule, now);
}

/** Returns the instant since which a run is due; only a later beat proves it. */
export function dueSince(schedule: JobDefinition["schedule"], now: Date): number {
  if (schedule === "minutely") return now.getTime() - LATE_MS;
  return lastOccurrence(schedule.daily, "Africa/Casablanca", now.getTime());
}
