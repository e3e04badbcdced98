import { z } from "zod";
import { GDPR_BINDINGS } from "./types";

const text = z.string().default("");

/** Organisation in a version, for a register; fields introduced later are absent. */
export const organisationSnapshotSchema = z.object({
  legalName: z.string(),
  ice: text,
  address: text,
  city: text,
  country: z.string(),
  email: text,
  phone: text,
  dpoName: text,
  dpoEmail: text,
  dpoPhone: text,
  hasNoDpo: z.boolean().default(false),
  euRepresentative: text,
  euRepresentativeContact: text,
  euRepresentativeCountry: text,
  euRepresentativeExemption: text,
  euRepresentativeReason: text,
  gdprBinding: z.enum(GDPR_BINDINGS).default("contractual-only"),
  siteCountries: z.array(z.string()).default([]),
  logoId: z.string().nullable().default(null),
});
