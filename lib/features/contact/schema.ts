import { z } from "zod";
import { CONTACT_ROLES } from "@/lib/domain/access/actor";

const role = z.enum(CONTACT_ROLES, "contact.roleMissing");

export const contactInviteSchema = z.object({
  controllerId: z.uuid(),
  name: z.string().trim().min(1, "required").max(200, "tooLong"),
  email: z
    .string()
    .trim()
    .max(254, "tooLong")
    .pipe(z.email("email"))
    .transform((email) => email.toLowerCase()),
  capacity: z.string().trim().max(200, "tooLong").default(""),
  role,
  language: z.enum(["fr", "en", "ar"]).default("fr"),
});
export type ContactInvite = z.output<typeof contactInviteSchema>;

export const contactSchema = z.object({ id: z.uuid() });

/** `from` is the role shown, to detect a concurrent change. */
export const contactRoleSchema = z.object({ id: z.uuid(), from: z.enum(CONTACT_ROLES), role });
export type ContactRoleChange = z.output<typeof contactRoleSchema>;

export const contactEndSchema = z.object({
  id: z.uuid(),
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});
export type ContactEnd = z.output<typeof contactEndSchema>;
