import { z } from "zod";
import { CLIENT_ROLES } from "@/lib/domain/controller/types";
import { TARGETING } from "@/lib/domain/statute/applicable-laws";
import { typedCountries } from "@/lib/forms/typed-countries";
import { line, place, requiredText, text, ticked } from "@/lib/forms/typed-fields";

const countries = typedCountries
  .pipe(z.array(z.string().regex(/^[A-Z]{2}$/, "country")).max(60, "tooMany"))
  .default([]);

/** Requires a name alone: other missing data are gaps, not refusals. */
export const controllerSchema = z.object({
  legalName: requiredText(300),
  isPlaceholder: ticked,
  country: z
    .union([z.literal("").transform(() => null), z.string().regex(/^[A-Z]{2}$/, "country"), z.null()])
    .default(null),
  address: text(1000),
  registrationNumber: line,
  contactName: line,
  contactEmail: z.union([z.literal(""), z.email("email")]).default(""),
  contactPhone: line,
  dpoContact: line,
  hasNoDpo: ticked,
  representative: line,
  representativeReason: text(2000),
  language: z.enum(["fr", "en", "ar"]).default("fr"),
  establishments: countries,
  targeting: z.union([z.literal(""), z.enum(TARGETING)]).default(""),
  targetCountries: countries,
  clientRole: z.union([z.literal(""), z.enum(CLIENT_ROLES)]).default(""),
  otherControllers: text(2000),
});

export const controllerUpdateSchema = controllerSchema.extend(place);

export const controllerArchiveSchema = z.object({
  ...place,
  reason: requiredText(1000),
});

export const controllerRestoreSchema = controllerArchiveSchema.omit({ reason: true });

export type ControllerInput = z.output<typeof controllerSchema>;
export type ControllerUpdate = z.output<typeof controllerUpdateSchema>;
export type ControllerArchive = z.output<typeof controllerArchiveSchema>;
export type ControllerRestore = z.output<typeof controllerRestoreSchema>;
