import { z } from "zod";
import { cursorField, viewField } from "@/lib/forms/list-query";

/** Register entries by what law 09-08 asks of them: a filing that is missing, awaited, unknown to be due, or there. */
export const NEED_VIEWS = ["missing", "awaited", "unknown", "covered"] as const;
export type NeedView = (typeof NEED_VIEWS)[number];

/** Invalid filters are ignored. */
export const needQuerySchema = z.object({ view: viewField(NEED_VIEWS), after: cursorField });

export const assistanceExportSchema = z.object({
  format: z.enum(["csv", "xlsx"]),
  language: z.enum(["fr", "en", "ar"]).default("fr"),
});
export type AssistanceExport = z.output<typeof assistanceExportSchema>;
