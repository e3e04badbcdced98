import { z } from "zod";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { ROLES } from "@/lib/domain/access/actor";
import { passwordSchema } from "@/lib/domain/account/password";

const name = z.string().trim().min(1, "required").max(200, "tooLong");
const role = z.enum(ROLES, "member.roleMissing");
/** Asked for where an owner is made by somebody who proved nothing within five minutes. */
const ownPassword = z.string().max(1000, "tooLong").default("");
/** 256 bits in base64url. */
const token = z.string().regex(/^[\w-]{43}$/);

export const inviteSchema = z.object({
  name,
  email: z
    .string()
    .trim()
    .max(254, "tooLong")
    .pipe(z.email("email"))
    .transform((email) => email.toLowerCase()),
  role,
  locale: z.enum(["fr", "en", "ar"]).default("fr"),
  password: ownPassword,
});

export const invitationSchema = z.object({ id: z.uuid() });
export const renewalSchema = invitationSchema.extend({ password: ownPassword });

/** `from` is the role shown, to detect a concurrent change. */
export const roleChangeSchema = z.object({ id: z.uuid(), from: z.enum(ROLES), role, password: ownPassword });

export const removalSchema = z.object({
  id: z.uuid(),
  reason: z.string().trim().max(1000, "tooLong").default(""),
});

export const leaveSchema = z.object({});

export const tokenSchema = z.object({ token });
export const newcomerSchema = z.object({ token, name, password: passwordSchema });

const day = z.string().trim().min(1, "required").refine(isCalendarDay, "date");

/** Days of a member, both included; `seen` is the absence that the page showed, "" for none. */
export const absenceSchema = z.object({
  id: z.uuid(),
  seen: z.uuid().or(z.literal("")).default(""),
  fromOn: day,
  untilOn: day,
  substitute: z.uuid("required"),
});
export const absenceEndSchema = absenceSchema.pick({ id: true }).extend({ seen: z.uuid() });
export type AbsenceInput = z.output<typeof absenceSchema>;
export type AbsenceEnd = z.output<typeof absenceEndSchema>;

export type InviteInput = z.output<typeof inviteSchema>;
export type RoleChange = z.output<typeof roleChangeSchema>;
export type Removal = z.output<typeof removalSchema>;
export type Newcomer = z.output<typeof newcomerSchema>;
