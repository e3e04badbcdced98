import { z } from "zod";
import { MOST_CLEARED, readEntryNumbers } from "@/lib/domain/journal/entry-numbers";

/** Clears the texts of entries for retention, with a reason. */
export const journalClearSchema = z.object({
  seqs: z
    .string()
    .trim()
    .min(1, "required")
    .max(5000, "tooLong")
    .transform((text, ctx): number[] => {
      const seqs = readEntryNumbers(text);
      if (seqs !== null && seqs.length <= MOST_CLEARED) return seqs;
      ctx.addIssue({ code: "custom", message: seqs === null ? "journal.notNumbers" : "tooMany" });
      return z.NEVER;
    }),
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});

/** The head of one day, or all where none is named. */
export const headsExportSchema = z.object({ day: z.iso.date().optional() });
export type HeadsExport = z.output<typeof headsExportSchema>;

/** Has no fields. */
export const keyRenewSchema = z.object({});

export type JournalClear = z.output<typeof journalClearSchema>;
