import { z } from "zod";
import { WHOSE } from "@/lib/domain/assignment/assignment";
import { OBLIGATION_VIEWS } from "@/lib/domain/obligation/list";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { isObligationNoun, type ObligationNoun } from "@/lib/domain/obligation/rules";

/** Filters of the list, in its address; what is unknown is left out. */
export const obligationQuerySchema = z.object({
  view: z.enum(OBLIGATION_VIEWS).catch("open"),
  noun: z
    .string()
    .transform((text): ObligationNoun | "" => (isObligationNoun(text) ? text : ""))
    .catch(""),
  controller: z.uuid().catch(""),
  /** By who has the lines; "" shows everybody's. */
  whose: z.enum(WHOSE).or(z.literal("")).catch(""),
  /** Place in the list at which the page begins. */
  from: z.coerce.number().int().min(0).max(1_000_000).catch(0),
});

/** Parameters behind a secret address: a saved view, and whether its dates come as a calendar or as a table. */
export const feedQuerySchema = z.object({
  view: z.uuid().or(z.literal("")).default(""),
  as: z.enum(["calendar", "csv"]).default("calendar"),
});
export type FeedQuery = z.output<typeof feedQuerySchema>;

/** "2026-11"; "" for the present month. */
export const monthSchema = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
  .catch("");

/** Day of the month whose entries are listed below it; "" for none. */
export const daySchema = z.string().refine(isCalendarDay).catch("");
