import { z } from "zod";
import { RECEIVED_BY } from "@/lib/domain/outbox/letter-facts";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { instantAt } from "@/lib/domain/time/zones";

/** A file of returned messages, many with the letter that came back. */
export const MAX_RETURNED_BYTES = 20 * 1024 * 1024;

/** One letter, for acts that say nothing more of it. */
export const letterSchema = z.object({ id: z.uuid() });

export const letterCancelSchema = letterSchema.extend({
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});

/** A person's word that a letter was received. Day and hour are Casablanca's. */
export const receivedFieldsSchema = z.object({
  saidBy: z.string().trim().min(1, "required").max(200, "tooLong"),
  channel: z.enum(RECEIVED_BY, "required"),
  on: z.string().trim().refine(isCalendarDay, "day"),
  time: z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "outbox.time"),
});

export const receivedSchema = letterSchema
  .extend(receivedFieldsSchema.shape)
  .transform(({ on, time, ...said }) => ({
    ...said,
    at: new Date(instantAt("Africa/Casablanca", on, time)),
  }));

/** Nothing is asked: the trial goes to whoever asks for it. */
export const trialSchema = z.object({});

export type LetterInput = z.output<typeof letterSchema>;
export type ReceivedWord = z.output<typeof receivedSchema>;
export type LetterCancel = z.output<typeof letterCancelSchema>;
