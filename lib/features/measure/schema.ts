import { z } from "zod";
import { readIsoControls } from "@/lib/domain/measure/iso-controls";
import { FAMILIES, MEASURE_ARTICLES } from "@/lib/domain/measure/types";
import { readPartialDate } from "@/lib/domain/time/read-partial-date";
import { version } from "@/lib/forms/typed-fields";

const ticked = z.union([z.boolean(), z.stringbool()]).default(false);

/** Forms send one ticked box as text and none as nothing. */
const several = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** Date to its known precision, "2023", "2024-03" or "2025-02-03"; null where blank. */
const partialDate = z
  .string()
  .trim()
  .max(100, "tooLong")
  .default("")
  .transform((text, ctx) => {
    const date = text === "" ? null : readPartialDate(text);
    if (text !== "" && !date) ctx.addIssue({ code: "custom", message: "date" });
    return date?.value ?? null;
  });

const isoControls = z
  .string()
  .trim()
  .max(1000, "tooLong")
  .default("")
  .transform((text, ctx) => {
    const ids = readIsoControls(text);
    if (!ids) ctx.addIssue({ code: "custom", message: "measure.iso" });
    return ids ?? [];
  });

/** A library measure may leave its title blank. */
export const measureFieldsSchema = z.object({
  title: z.string().trim().max(200, "tooLong").default(""),
  description: z.string().trim().max(2000, "tooLong").default(""),
  family: z.enum(FAMILIES, "required"),
  articles: z.preprocess(several, z.array(z.enum(MEASURE_ARTICLES)).min(1, "measure.articles")),
  iso: isoControls,
  owner: z.string().trim().max(200, "tooLong").default(""),
  evidence: z.string().trim().max(1000, "tooLong").default(""),
  since: partialDate,
  reviewOn: partialDate,
});

export const measureCreateSchema = measureFieldsSchema.extend({
  title: z.string().trim().min(1, "required").max(200, "tooLong"),
});

export const measureUpdateSchema = measureFieldsSchema.extend({
  id: z.uuid(),
  version,
  /** Language in which the form showed the library's words. */
  language: z.enum(["fr", "en", "ar"]).default("fr"),
  /** Confirms that the affected entries were seen. */
  confirmed: ticked,
});

export const measureRetireSchema = z.object({
  id: z.uuid(),
  version,
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
  confirmed: ticked,
});

export const measureRestoreSchema = z.object({ id: z.uuid(), version });

export const measureAdoptSchema = z.object({
  codes: z.preprocess(
    several,
    z.array(z.string().max(60)).min(1, "measure.nothingTicked").max(100, "tooMany"),
  ),
});

export type MeasureCreate = z.output<typeof measureCreateSchema>;
export type MeasureUpdate = z.output<typeof measureUpdateSchema>;
export type MeasureRetire = z.output<typeof measureRetireSchema>;
export type MeasureRestore = z.output<typeof measureRestoreSchema>;
export type MeasureAdopt = z.output<typeof measureAdoptSchema>;
