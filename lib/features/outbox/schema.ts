import { z } from "zod";

/** One letter, for acts that say nothing more of it. */
export const letterSchema = z.object({ id: z.uuid() });

export const letterCancelSchema = letterSchema.extend({
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});

/** Nothing is asked: the trial goes to whoever asks for it. */
export const trialSchema = z.object({});

export type LetterInput = z.output<typeof letterSchema>;
export type LetterCancel = z.output<typeof letterCancelSchema>;
