import { z } from "zod";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import { CAPACITIES } from "@/lib/domain/processing-record/types";

export const EXPORT_FORMATS = ["pdf", "xlsx", "ods", "csv", "json", "cnil-xlsx", "cnil-ods"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The CNIL's layout is that of a controller's register, art. 30(1): the other register has no place in it. */
export function isCnilFormat(format: ExportFormat): format is "cnil-xlsx" | "cnil-ods" {
  return format === "cnil-xlsx" || format === "cnil-ods";
}

/** As kept, for an authority or a controller; with what the organisation finds of it, for its own use. */
export const EXPORT_CONTENTS = ["as-kept", "with-findings"] as const;

/** What is taken away: a register as a whole, or of the processor's the rows of one controller (art. 28(3)(h)). */
export const exportSchema = z.object({
  register: z.enum(CAPACITIES).default("processor"),
  format: z.enum(EXPORT_FORMATS),
  controller: z.union([z.literal(""), z.uuid()]).default(""),
  /** Of the document: a client reads its own, an authority French. */
  language: z.enum(["fr", "en", "ar"]).default("fr"),
  contents: z.enum(EXPORT_CONTENTS).default("with-findings"),
  /** True where a document of no entry is wanted all the same: on a past day it is refused first. */
  evenEmpty: z.union([z.boolean(), z.stringbool()]).default(false),
  /** The past day at whose end the register is read, "2026-03-14"; "" is now. */
  on: z.string().trim().max(40).default(""),
});
export type ExportInput = z.output<typeof exportSchema>;

/** What a controller takes away by itself: its own entries, in the forms that are read, reckoned with or kept. */
export const extractSchema = exportSchema.pick({ language: true, on: true }).extend({
  format: z.enum(["pdf", "xlsx", "json"]),
});
export type ExtractInput = z.output<typeof extractSchema>;

/** Address of the page where this register is asked for, and asked for again when it was refused. */
export function exportPage(org: string, { register }: Pick<ExportInput, "register">): string {
  return `${registerHref(org, register)}/export`;
}
