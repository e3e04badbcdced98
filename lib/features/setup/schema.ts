import { z } from "zod";
import { passwordSchema } from "@/lib/domain/account/password";
import { organisationFields } from "@/lib/features/organisation/schema";
import { ticked } from "@/lib/forms/typed-fields";

export const setupSchema = organisationFields.extend({
  token: z.string().min(1, "required"),
  personName: z.string().trim().min(1, "required").max(200, "tooLong"),
  personEmail: z.email("email").transform((email) => email.toLowerCase()),
  password: passwordSchema,
  /** Fills the organisation with the example. */
  fillExample: ticked,
});

export type SetupInput = z.output<typeof setupSchema>;
