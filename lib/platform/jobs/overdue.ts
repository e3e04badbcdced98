import { lastOccurrence } from "@/lib/domain/time/utc-cron";
import type { JobDefinition } from "./definition";

const MINUTE = 60_000;
/** Ticks of two processes and a restart between them. */
const LATE_MS = 3 * MINUTE;
/** A beat that is further ahead than clocks of two machines differ was noted before the clock was set back. */
const AHEAD_MS = 5 * MINUTE;

/**
 * Whether a job should have run and has not, by when it last ended well: nobody was up, the machine slept over its hour,
 * or its clock was set back, and what keeps the schedule waits for an instant that has been.
 */
export function isOverdue(
  { schedule }: Pick<JobDefinition, "schedule">,
  last: Date | undefined,
  now: Date,
): boolean {
  if (!last || last.getTime() > now.getTime() + AHEAD_MS) return true;
  return last.getTime() < dueSince(schedule, now);
}

/** Since when a run is due that a beat before would not answer for. */
export function dueSince(schedule: JobDefinition["schedule"], now: Date): number {
  if (schedule === "minutely") return now.getTime() - LATE_MS;
  return lastOccurrence(schedule.daily, "Africa/Casablanca", now.getTime());
}
