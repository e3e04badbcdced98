import { z } from "zod";

/** The retention verb: which entries lose their text, and why. */
export const journalClearSchema = z.object({
  seqs: z
    .array(z.coerce.number().int().positive().max(2_147_483_647))
    .min(1, "required")
    .max(1000, "tooMany"),
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});

/** The published heads are taken all at once: nothing is asked. */
export const headsTakeSchema = z.object({});

/** Nothing is asked but that it be done. */
export const keyRenewSchema = z.object({});

export type JournalClear = z.output<typeof journalClearSchema>;
