import { z } from "zod";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";

const words = z.string().trim().max(3000, "tooLong").default("");

/** Words of the organisation on what it does, by language. */
export const activitySchema = z.object({ fr: words, en: words, ar: words });
export type Activity = z.output<typeof activitySchema>;

/** A certification as its certificate states it; `until` is its last day, null where it has none. */
export const certificationSchema = z.object({
  name: z.string().trim().min(1, "required").max(200, "tooLong"),
  body: z.string().trim().max(200, "tooLong").default(""),
  reference: z.string().trim().max(200, "tooLong").default(""),
  until: z.string().refine(isCalendarDay, "day").nullable(),
});
export type Certification = z.output<typeof certificationSchema>;

/** Certifications that run on a day: one that has ended is claimed no more. */
export function certificationsOn(day: string, all: readonly Certification[]): Certification[] {
  return all.filter(({ until }) => until === null || day <= until);
}

const ORDER = ["fr", "en", "ar"] as const;

/** Returns the text in a reader's language, else in the first that has one; null where there is none. */
export function activityFor(
  locale: string,
  activity: Activity,
): { language: keyof Activity; text: string } | null {
  const language = [...ORDER.filter((one) => one === locale), ...ORDER].find((one) => activity[one] !== "");
  return language === undefined ? null : { language, text: activity[language] };
}
