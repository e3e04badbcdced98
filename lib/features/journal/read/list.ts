import { z } from "zod";
import { SUBJECT_NOUNS } from "@/lib/domain/nouns/events";

const day = z.union([z.literal(""), z.iso.date()]).catch("");

/** The filters of the journal, as its address says them; what cannot be read filters nothing. */
export const journalQuerySchema = z.object({
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
  /** A membership. */
  who: z.union([z.literal(""), z.uuid()]).catch(""),
  noun: z.union([z.literal(""), z.enum(SUBJECT_NOUNS)]).catch(""),
  /** First and last day, both included, in Casablanca. */
  from: day,
  to: day,
});
export type JournalQuery = z.output<typeof journalQuerySchema>;

/** True when the page shows less than the whole journal. */
export function isFiltered({ who, noun, from, to }: JournalQuery): boolean {
  return [who, noun, from, to].some(Boolean);
}
