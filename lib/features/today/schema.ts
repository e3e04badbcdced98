import { z } from "zod";
import { isObligationNoun, type ObligationNoun } from "@/lib/domain/obligation/rules";
import { TODAY_VIEWS } from "@/lib/domain/today/views";

/** Filters of the morning, in its address; what is unknown is left out. */
export const todayQuerySchema = z.object({
  view: z.enum(TODAY_VIEWS).catch("near"),
  noun: z
    .string()
    .transform((text): ObligationNoun | "" => (isObligationNoun(text) ? text : ""))
    .catch(""),
  controller: z.uuid().catch(""),
  /** Place in the list at which the page begins. */
  from: z.coerce.number().int().min(0).max(1_000_000).catch(0),
});
