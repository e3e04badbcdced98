import type { z } from "zod";
import type { Zone } from "@/lib/domain/time/zones";
import { refuseSkippedHour } from "./typed-instant";

/**
 * Lets a check of a form run as soon as the fields that it reads were read, whatever is wrong with others. Without it zod leaves the check
 * out while any field of the form is unreadable, and a person is told of one fault after the other.
 */
export function whenRead(...fields: readonly string[]): Pick<z.core.$ZodCheckDef, "when"> {
  return {
    when: ({ issues }) =>
      issues.every(({ path: [field] = [] }) => field !== undefined && !fields.includes(String(field))),
  };
}

/** Names a fault beside a field, for `refine`, as soon as that field and those that the check reads with it were read. */
export function beside(field: string, reads: readonly string[] = [], error = "required") {
  return { path: [field], error, ...whenRead(field, ...reads) };
}

/** Refuses an hour that the clocks of a zone skip on its day, for `superRefine`. */
export function onClock<Day extends string, Time extends string>(
  { day, time }: { day: Day; time: Time },
  zone: Zone = "Africa/Casablanca",
) {
  const check = (typed: Record<Day | Time, string | null>, context: z.RefinementCtx) =>
    refuseSkippedHour(context, { day: typed[day], time: typed[time] }, { zone, path: time });
  return [check, whenRead(day, time)] as const;
}
