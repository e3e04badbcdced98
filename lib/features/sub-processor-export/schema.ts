import { z } from "zod";

export const LIST_FORMATS = ["xlsx", "json"] as const;

/** Includes ended sub-processors. */
export const listExportSchema = z.object({
  format: z.enum(LIST_FORMATS),
  language: z.enum(["fr", "en", "ar"]).default("fr"),
});
export type ListExport = z.output<typeof listExportSchema>;
