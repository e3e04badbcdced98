import { z } from "zod";
import { CELL_STATES } from "@/lib/domain/authorisation/authorisation-status";

/** Invalid filters are ignored. */
export const matrixQuerySchema = z.object({
  state: z.enum(CELL_STATES).or(z.literal("")).catch(""),
  regime: z.enum(["specific", "general"]).or(z.literal("")).catch(""),
  controller: z.string().trim().max(200).catch(""),
  subProcessor: z.uuid().or(z.literal("")).catch(""),
  waits: z.enum(["1", ""]).catch(""),
  /** Key of the page: the last controller of the previous one. */
  after: z.uuid().or(z.literal("")).catch(""),
});
export type MatrixQuery = z.output<typeof matrixQuerySchema>;

export const MATRIX_FORMATS = ["xlsx", "csv", "json"] as const;

export const matrixExportSchema = matrixQuerySchema.omit({ after: true }).extend({
  format: z.enum(MATRIX_FORMATS),
  language: z.enum(["fr", "en", "ar"]).default("fr"),
});
export type MatrixExport = z.output<typeof matrixExportSchema>;
