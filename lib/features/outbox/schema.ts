import { z } from "zod";
import { RECEIVED_BY } from "@/lib/domain/outbox/letter-facts";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { instantAt } from "@/lib/domain/time/zones";
import { onClock } from "@/lib/forms/when-read";

/** Bytes of an uploaded mailbox, whose messages often include the returned letter. */
export const MAX_RETURNED_BYTES = 20 * 1024 * 1024;

export const letterSchema = z.object({ id: z.uuid() });

export const letterCancelSchema = letterSchema.extend({
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});

/** Records a person's statement of receipt. Day and hour are in Casablanca's time. */
export const receivedFieldsSchema = z.object({
  reportedBy: z.string().trim().min(1, "required").max(200, "tooLong"),
  channel: z.enum(RECEIVED_BY, "required"),
  on: z.string().trim().refine(isCalendarDay, "day"),
  time: z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "outbox.time"),
});

export const receivedSchema = letterSchema
  .extend(receivedFieldsSchema.shape)
  .superRefine(...onClock({ day: "on", time: "time" }))
  .transform(({ on, time, ...values }) => ({
    ...values,
    at: new Date(instantAt("Africa/Casablanca", on, time)),
  }));

/** Has no fields: the trial goes to the person's own address. */
export const trialSchema = z.object({});

export type LetterInput = z.output<typeof letterSchema>;
export type ReceivedWord = z.output<typeof receivedSchema>;
export type LetterCancel = z.output<typeof letterCancelSchema>;
