import type { z } from "zod";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { isOnClock, type Zone } from "@/lib/domain/time/zones";

/** Day and hour as a form sends them, "2027-03-28" and "02:30"; blank or null where they are left out. */
type TypedInstant = { day: string | null; time: string | null };

/** Refuses, beside the hour, one that the clocks of a zone skip that day. Says nothing of one that is left out. */
export function refuseSkippedHour(
  context: z.RefinementCtx,
  { day, time }: TypedInstant,
  { zone, path }: { zone: Zone; path: string },
): void {
  if (isSkippedHour(zone, { day, time }))
    context.addIssue({ code: "custom", path: [path], message: "noSuchHour" });
}

/** True of an hour that the clocks of a zone skip on its day. */
export function isSkippedHour(zone: Zone, { day, time }: TypedInstant): boolean {
  return Boolean(day && time) && isCalendarDay(day ?? "") && !isOnClock(zone, day ?? "", time ?? "");
}
