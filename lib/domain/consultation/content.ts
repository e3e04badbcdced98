import { z } from "zod";
import { CHOICE_ACTS, type Choice } from "@/lib/domain/choice/choices";
import { LONGEST_CONSENT_MONTHS } from "@/lib/domain/statute/telephone-consent";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";

/** Languages in which a question is worded and a link is read. */
export const CONSULTED_LANGUAGES = ["fr", "en", "ar"] as const;
export type ConsultedLanguage = (typeof CONSULTED_LANGUAGES)[number];

export const MOST_QUESTIONS = 10;

/** Days after its end for which contacts serve to correct what was sent: by default, and at most. */
export const USUAL_CONTACT_DAYS = 30;
export const MOST_CONTACT_DAYS = 90;

const text = (max: number) => z.string().trim().max(max, "tooLong").default("");
const day = z.string().refine(isCalendarDay, "day").nullable().default(null);

/** Question: an act, its purpose, or the country of a transfer, and the words shown in each language. */
export const questionSchema = z.object({
  act: z.enum(CHOICE_ACTS).nullable().default(null),
  purpose: text(200),
  /** Country of a transfer, ISO 3166-1 alpha-2; blank for other acts. */
  country: z.union([z.literal(""), z.string().regex(/^[A-Z]{2}$/, "country")]).default(""),
  fr: text(2000),
  en: text(2000),
  ar: text(2000),
});
export type Question = z.output<typeof questionSchema>;

/** Document of one consultation. Null and the empty list are unknown. */
export const consultationContentSchema = z.object({
  /** Written reason for which an instruction is executed that is not examined, or is about something else; "" otherwise. */
  instructionReason: text(1000),
  firstDay: day,
  lastDay: day,
  /** Months for which an agreement holds from its day; a refusal has no end. */
  months: z
    .number()
    .int("months")
    .min(1, "months")
    .max(LONGEST_CONSENT_MONTHS, "months")
    .nullable()
    .default(null),
  contactDays: z
    .number("contactDays")
    .int("contactDays")
    .min(0, "contactDays")
    .max(MOST_CONTACT_DAYS, "contactDays")
    .default(USUAL_CONTACT_DAYS),
  questions: z.array(questionSchema).max(MOST_QUESTIONS, "tooMany").default([]),
});
export type ConsultationContent = z.output<typeof consultationContentSchema>;

type Subject = Pick<Question, "act" | "purpose" | "country">;

/** Names what the register of choices holds an answer about: a country for a transfer alone. */
export function subjectOfQuestion({ act, purpose, country }: Subject): Subject {
  return { act, purpose, country: act === "transfer" ? country : "" };
}

/** True where a choice is an answer to a question. */
export function isAnswerTo(choice: Pick<Choice, "act" | "purpose" | "country">, question: Subject): boolean {
  const { act, purpose, country } = subjectOfQuestion(question);
  return choice.act === act && choice.purpose === purpose && choice.country === country;
}
