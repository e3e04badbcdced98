import { z } from "zod";
import { cursorField, dayField, searchField, viewField } from "@/lib/forms/list-query";
import { PLACE_KINDS } from "@/lib/domain/country/place-kinds";
import { ANSWERS, SPECIAL_CATEGORIES } from "@/lib/domain/processing-record/content";
import { RECORD_STATES } from "@/lib/domain/processing-record/types";

export const RECORD_SORTS = ["reference", "controller", "activity", "gaps", "review"] as const;
export type RecordSort = (typeof RECORD_SORTS)[number];

export const RECORD_VIEWS = ["all", "gaps", "review", "closed"] as const;
export type RecordView = (typeof RECORD_VIEWS)[number];

/** Invalid filters are ignored. */
export const recordQuerySchema = z.object({
  view: viewField(RECORD_VIEWS),
  sort: viewField(RECORD_SORTS),
  q: searchField,
  controller: z.uuid().or(z.literal("")).catch(""),
  code: z
    .string()
    .regex(/^[A-Z0-9-]{0,20}$/i)
    .catch(""),
  country: z
    .string()
    .regex(/^([A-Z]{2})?$/)
    .catch(""),
  placeKind: z.enum(["", ...PLACE_KINDS]).catch(""),
  state: z.enum(["", ...RECORD_STATES]).catch(""),
  /** Any category of articles 9 and 10, or a single one. */
  special: z.enum(["", "any", ...SPECIAL_CATEGORIES]).catch(""),
  minors: z.enum(["", ...ANSWERS]).catch(""),
  /** Entries linked to this sub-processor or measure. */
  subProcessor: z.uuid().or(z.literal("")).catch(""),
  measure: z.uuid().or(z.literal("")).catch(""),
  /** Past day as typed; `readAsOf` validates it. */
  on: dayField,
  /** Columns shown, parsed by `readColumns`. */
  columns: z
    .string()
    .regex(/^[a-z.]{0,80}$/)
    .catch(""),
  /** Loads the choices of filters on request, since they name every controller. */
  panel: z.enum(["", "filters"]).catch(""),
  /** Sort value and id of the last row seen. */
  after: cursorField,
});
export type RecordQuery = z.output<typeof recordQuerySchema>;
