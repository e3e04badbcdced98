import { z } from "zod";

/** Clears the texts of entries for retention, with a reason. */
export const journalClearSchema = z.object({
  seqs: z
    .array(z.coerce.number().int().positive().max(2_147_483_647))
    .min(1, "required")
    .max(1000, "tooMany"),
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});

/** Has no fields: all heads are exported. */
export const headsTakeSchema = z.object({});

/** Has no fields. */
export const keyRenewSchema = z.object({});

export type JournalClear = z.output<typeof journalClearSchema>;
