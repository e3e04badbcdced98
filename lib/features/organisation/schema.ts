import { z } from "zod";
import { GDPR_BINDINGS } from "@/lib/domain/organisation/types";

const line = z.string().trim().max(300, "tooLong").default("");
const ticked = z.union([z.boolean(), z.stringbool()]).default(false);
const optionalEmail = z.union([z.literal(""), z.email("email")]).default("");

export const countrySchema = z.string().regex(/^[A-Z]{2}$/, "country");

/** What an organisation says of itself. */
export const organisationFields = z.object({
  legalName: z.string().trim().min(1, "required").max(300, "tooLong"),
  /** Identifiant commun de l'entreprise: 15 figures, where the establishment is Moroccan. */
  ice: z
    .string()
    .transform((text) => text.replace(/\s/g, ""))
    .pipe(z.string().regex(/^(\d{15})?$/, "ice"))
    .default(""),
  address: line,
  city: line,
  country: countrySchema,
  email: optionalEmail,
  phone: line,
  dpoName: line,
  dpoEmail: optionalEmail,
  dpoPhone: line,
  hasNoDpo: ticked,
});

export const organisationSchema = organisationFields.extend({
  version: z.coerce.number().int().positive().max(2_147_483_647),
  euRepresentative: line,
  euRepresentativeReason: z.string().trim().max(2000, "tooLong").default(""),
  gdprBinding: z.enum(GDPR_BINDINGS),
  siteCountries: z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]).filter(Boolean),
    z.array(countrySchema).max(60, "tooMany"),
  ),
});

export type OrganisationInput = z.output<typeof organisationSchema>;
