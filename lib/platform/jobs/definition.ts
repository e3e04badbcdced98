import { dailyCron } from "@/lib/domain/time/utc-cron";

/** Work that nobody asks for in person. It carries no payload: it finds what there is to do when it runs. */
export type JobDefinition = {
  name: string;
  /** Every minute, or each day at an hour on the walls of Casablanca ("00:10"). */
  schedule: "minutely" | { daily: string };
  /** Channel of the database on which a commit says that there is something to do now. */
  heardOn?: string;
  /** Does all there is to do and may be run by two processes at once; stops between two pieces of work if asked. */
  run: (signal: AbortSignal) => Promise<void>;
};

/** The job's schedule in UTC, by the zone rules of this instant. */
export function cronOf({ schedule }: JobDefinition, now: Date): string {
  return schedule === "minutely"
    ? "* * * * *"
    : dailyCron(schedule.daily, "Africa/Casablanca", now.getTime());
}
