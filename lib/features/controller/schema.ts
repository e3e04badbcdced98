import { z } from "zod";
import { line } from "@/lib/forms/typed-fields";

const ticked = z.union([z.boolean(), z.stringbool()]).default(false);

/** Requires a name alone: other missing data are gaps, not refusals. */
export const controllerSchema = z.object({
  legalName: z.string().trim().min(1, "required").max(300, "tooLong"),
  isPlaceholder: ticked,
  country: z
    .union([z.literal("").transform(() => null), z.string().regex(/^[A-Z]{2}$/, "country"), z.null()])
    .default(null),
  address: z.string().trim().max(1000, "tooLong").default(""),
  registrationNumber: line,
  contactName: line,
  contactEmail: z.union([z.literal(""), z.email("email")]).default(""),
  contactPhone: line,
  dpoContact: line,
  hasNoDpo: ticked,
  representative: line,
  representativeReason: z.string().trim().max(2000, "tooLong").default(""),
  language: z.enum(["fr", "en", "ar"]).default("fr"),
});

export const controllerUpdateSchema = controllerSchema.extend({
  id: z.uuid(),
  version: z.coerce.number().int().positive().max(2_147_483_647),
});

export const controllerArchiveSchema = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().positive().max(2_147_483_647),
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});

export const controllerRestoreSchema = controllerArchiveSchema.omit({ reason: true });

export type ControllerInput = z.output<typeof controllerSchema>;
export type ControllerUpdate = z.output<typeof controllerUpdateSchema>;
export type ControllerArchive = z.output<typeof controllerArchiveSchema>;
export type ControllerRestore = z.output<typeof controllerRestoreSchema>;
