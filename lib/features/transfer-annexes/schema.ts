import { z } from "zod";

export const ANNEX_FORMATS = ["pdf", "docx"] as const;
/** Official texts exist in languages of the Union alone. */
export const ANNEX_LANGUAGES = ["fr", "en"] as const;

export const annexesExportSchema = z.object({
  id: z.uuid(),
  format: z.enum(ANNEX_FORMATS),
  language: z.enum(ANNEX_LANGUAGES).default("fr"),
});
export type AnnexesExport = z.output<typeof annexesExportSchema>;
