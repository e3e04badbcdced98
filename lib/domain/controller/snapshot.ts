import { z } from "zod";

const text = z.string().default("");
const codes = z.array(z.string()).default([]);

/** A controller as a version of it says; what came into being later than the version says nothing. */
export const controllerSnapshotSchema = z.object({
  id: z.string(),
  legalName: z.string(),
  isPlaceholder: z.boolean().default(false),
  country: z.string().nullable().default(null),
  address: text,
  registrationNumber: text,
  contactName: text,
  contactEmail: text,
  contactPhone: text,
  dpoContact: text,
  hasNoDpo: z.boolean().default(false),
  representative: text,
  representativeReason: text,
  establishments: codes,
  targeting: text,
  targetCountries: codes,
  clientRole: z.string().default("controller"),
  otherControllers: text,
  archivedAt: z.coerce.date().nullable().default(null),
});
