import { z } from "zod";
import { SUBJECT_NOUNS } from "@/lib/domain/nouns/events";

const day = z.union([z.literal(""), z.iso.date()]).catch("");

/** Invalid filters are ignored. */
export const journalQuerySchema = z.object({
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
  /** Id of a membership. */
  who: z.union([z.literal(""), z.uuid()]).catch(""),
  noun: z.union([z.literal(""), z.enum(SUBJECT_NOUNS)]).catch(""),
  /** First and last day, both included, in Casablanca. */
  from: day,
  to: day,
});
export type JournalQuery = z.output<typeof journalQuerySchema>;

/** True when a filter narrows the journal. */
export function isFiltered({ who, noun, from, to }: JournalQuery): boolean {
  return [who, noun, from, to].some(Boolean);
}
