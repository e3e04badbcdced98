import { z } from "zod";
import { cleanText } from "@/lib/forms/form-values";
import { ANSWERS, SPECIAL_CATEGORIES } from "@/lib/domain/processing-record/content";
import { RECORD_STATES } from "@/lib/domain/processing-record/types";

export const RECORD_SORTS = ["reference", "controller", "activity", "gaps", "review"] as const;
export type RecordSort = (typeof RECORD_SORTS)[number];

export const RECORD_VIEWS = ["all", "gaps", "review", "closed"] as const;
export type RecordView = (typeof RECORD_VIEWS)[number];

/** The list's filters as they stand in the address; what makes no sense there is left out, not refused. */
export const recordQuerySchema = z.object({
  view: z.enum(RECORD_VIEWS).catch("all"),
  sort: z.enum(RECORD_SORTS).catch("reference"),
  q: z.string().transform(cleanText).pipe(z.string().trim().max(200)).catch(""),
  controller: z.uuid().or(z.literal("")).catch(""),
  code: z
    .string()
    .regex(/^[A-Z0-9-]{0,20}$/i)
    .catch(""),
  country: z
    .string()
    .regex(/^([A-Z]{2})?$/)
    .catch(""),
  state: z.enum(["", ...RECORD_STATES]).catch(""),
  /** Entries with any category of articles 9 and 10, or with one of them. */
  special: z.enum(["", "any", ...SPECIAL_CATEGORIES]).catch(""),
  minors: z.enum(["", ...ANSWERS]).catch(""),
  /** Entries that name this row of the list of sub-processors, or of the library of measures. */
  subProcessor: z.uuid().or(z.literal("")).catch(""),
  measure: z.uuid().or(z.literal("")).catch(""),
  /** The past day at whose end the register is read, as typed; `readAsOf` says what becomes of it. */
  on: z
    .string()
    .transform((text) => cleanText(text).trim().slice(0, 40))
    .catch(""),
  /** The columns shown, as `readColumns` reads them. */
  columns: z
    .string()
    .regex(/^[a-z.]{0,80}$/)
    .catch(""),
  /** The choices of the filters, which name every controller, come when they are asked for. */
  panel: z.enum(["", "filters"]).catch(""),
  /** Keyset: what the last row seen was sorted by, and its id. */
  after: z.string().transform(cleanText).pipe(z.string().max(600)).catch(""),
});
export type RecordQuery = z.output<typeof recordQuerySchema>;
