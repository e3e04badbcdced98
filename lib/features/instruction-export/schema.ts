import { z } from "zod";

export const LEDGER_FORMATS = ["xlsx", "json", "pdf"] as const;

export const ledgerExportSchema = z.object({
  format: z.enum(LEDGER_FORMATS),
  language: z.enum(["fr", "en", "ar"]).default("fr"),
  controller: z.uuid().catch(""),
});
export type LedgerExport = z.output<typeof ledgerExportSchema>;
