import { z } from "zod";
import { organisationFields } from "@/lib/features/organisation/schema";

/** Long enough for argon2id to matter, short enough to be hashed; no rule about its letters (ASVS 6.2). */
export const passwordSchema = z.string().min(12, "passwordShort").max(256, "tooLong");

export const setupSchema = organisationFields.extend({
  token: z.string().min(1, "required"),
  personName: z.string().trim().min(1, "required").max(200, "tooLong"),
  personEmail: z.email("email").transform((email) => email.toLowerCase()),
  password: passwordSchema,
});

export type SetupInput = z.output<typeof setupSchema>;
