import { z } from "zod";
import { FEASTS } from "@/lib/domain/time/moving-holidays";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { readPartialDate } from "@/lib/domain/time/read-partial-date";
import { perLine, requiredText } from "@/lib/forms/typed-fields";

const day = z.string().trim().min(1, "required").refine(isCalendarDay, "date");

/** A day as people write it: "2027-03-10", "10/03/2027" or "10 mars 2027". */
const wholeDay = z
  .string()
  .trim()
  .transform((text) => readPartialDate(text)?.value ?? text)
  .refine(isCalendarDay, "holiday.wholeDay");

const of = {
  feast: z.enum(FEASTS, "required"),
  year: z.coerce.number().int(),
};

/** Days of one feast as announced; `seen` is the announcement that was shown, "" where there was none. */
export const holidayConfirmSchema = z.object({
  ...of,
  seen: z.uuid().or(z.literal("")).default(""),
  days: z.preprocess(perLine, z.array(wholeDay).min(1, "required").max(5, "tooMany")),
  announcedOn: day,
  announcer: requiredText(300),
});
export type HolidayConfirm = z.output<typeof holidayConfirmSchema>;

/** The announcement that is taken back: the feast is to be confirmed again. */
export const holidayTakeBackSchema = z.object({ ...of, seen: z.uuid() });
export type HolidayTakeBack = z.output<typeof holidayTakeBackSchema>;
