import { z } from "zod";
import { CHOICE_ACTS, CHOICE_OUTCOMES, CHOICE_SOURCES } from "@/lib/domain/choice/choices";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { requiredText, text } from "@/lib/forms/typed-fields";

/** Number as it is dialled; it is made a key before anything is stored. */
const number = requiredText(40);

/** A choice with its moment, by the clock of Casablanca. */
export const choiceSchema = z.object({
  controllerId: z.uuid("required"),
  number,
  act: z.enum(CHOICE_ACTS, "required"),
  purpose: text(200),
  outcome: z.enum(CHOICE_OUTCOMES, "required"),
  on: z.string().trim().refine(isCalendarDay, "date"),
  time: z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "invalid"),
  source: z.enum(CHOICE_SOURCES, "required"),
  proof: text(500),
  validUntil: z.union([z.literal(""), z.string().trim().refine(isCalendarDay, "date")]).default(""),
});
export type ChoiceInput = z.output<typeof choiceSchema>;

export const choiceLookupSchema = z.object({ number });
export type ChoiceLookup = z.output<typeof choiceLookupSchema>;

/** The person whose choices are shown: a key, never a number. */
export const personQuerySchema = z.object({
  person: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .catch(""),
});
