import { z } from "zod";
import { readIsoControls } from "@/lib/domain/measure/iso-controls";
import { FAMILIES, MEASURE_ARTICLES } from "@/lib/domain/measure/types";
import { readPartialDate } from "@/lib/domain/time/read-partial-date";
import { place, requiredText, several, text, ticked } from "@/lib/forms/typed-fields";

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
  title: text(200),
  description: text(2000),
  family: z.enum(FAMILIES, "required"),
  articles: z.preprocess(several, z.array(z.enum(MEASURE_ARTICLES)).min(1, "measure.articles")),
  iso: isoControls,
  owner: text(200),
  evidence: text(1000),
  since: partialDate,
  reviewOn: partialDate,
});

export const measureCreateSchema = measureFieldsSchema.extend({
  title: requiredText(200),
});

export const measureUpdateSchema = measureFieldsSchema.extend({
  ...place,
  /** Language in which the form showed the library's words. */
  language: z.enum(["fr", "en", "ar"]).default("fr"),
  /** Confirms that the affected entries were seen. */
  confirmed: ticked,
});

export const measureRetireSchema = z.object({
  ...place,
  reason: requiredText(1000),
  confirmed: ticked,
});

export const measureRestoreSchema = z.object(place);

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
