import { z } from "zod";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import { CAPACITIES } from "@/lib/domain/processing-record/types";
import { ticked } from "@/lib/forms/typed-fields";

export const EXPORT_FORMATS = ["pdf", "xlsx", "ods", "csv", "json", "cnil-xlsx", "cnil-ods"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The CNIL's layout exists for the register of article 30(1) alone. */
export function isCnilFormat(format: ExportFormat): format is "cnil-xlsx" | "cnil-ods" {
  return format === "cnil-xlsx" || format === "cnil-ods";
}

/** Without findings, for an authority or a controller; with findings, for internal use. */
export const EXPORT_CONTENTS = ["as-kept", "with-findings"] as const;

/** Whole register, or one controller's entries, article 28(3)(h). */
export const exportSchema = z.object({
  register: z.enum(CAPACITIES).default("processor"),
  format: z.enum(EXPORT_FORMATS),
  controller: z.union([z.literal(""), z.uuid()]).default(""),
  /** Language of the document: clients read their own, the authority French. */
  language: z.enum(["fr", "en", "ar"]).default("fr"),
  contents: z.enum(EXPORT_CONTENTS).default("with-findings"),
  /** True to export an empty register; for a past day it is refused first. */
  evenEmpty: ticked,
  /** Past day at whose end the register is read, "2026-03-14"; "" is now. */
  on: z.string().trim().max(40).default(""),
});
export type ExportInput = z.output<typeof exportSchema>;

/** Entries that an export of either contents holds. */
export type ExportCount = Record<ExportInput["contents"], number>;

/** Own entries of a controller, without internal formats. */
export const extractSchema = exportSchema.pick({ language: true, on: true }).extend({
  format: z.enum(["pdf", "xlsx", "json"]),
});
export type ExtractInput = z.output<typeof extractSchema>;

/** Page of the export, also after a refusal. */
export function exportPage(org: string, { register }: Pick<ExportInput, "register">): string {
  return `${registerHref(org, register)}/export`;
}
