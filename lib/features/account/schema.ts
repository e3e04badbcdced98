import { z } from "zod";
import { readLeads, REMINDER_CHOICES } from "@/lib/domain/obligation/reminder-choice";
import { WEEKLY_CHOICES } from "@/lib/domain/obligation/weekly";
import { passwordSchema } from "@/lib/domain/account/password";

export const SIGN_IN_PROBLEMS = ["refused", "locked", "expired", "unavailable"] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

const KNOWN = new Set<unknown>(["locked", "expired", "unavailable"] satisfies SignInProblem[]);

/**
 * Maps next-auth's errors to one refusal that discloses nothing, except for a lock and an unavailable check. "expired"
 * is our own: the second factor came too late.
 */
export function readSignInProblem(error: unknown): SignInProblem | null {
  if (error === undefined) return null;
  return KNOWN.has(error) ? (error as SignInProblem) : "refused";
}

const email = z
  .email("email")
  .max(254, "tooLong")
  .transform((address) => address.toLowerCase());
/** Existing passwords are compared, not judged by the rules for new ones. */
const knownPassword = z.string().min(1, "required").max(256, "tooLong");
/** Longer texts cannot be tokens of `newToken`. */
const token = z.string().min(1).max(100);

export const profileSchema = z.object({
  name: z.string().trim().min(1, "required").max(200, "tooLong"),
  locale: z.enum(["fr", "en", "ar"]),
});
export type ProfileInput = z.output<typeof profileSchema>;

/** States how a person is reminded of dates, in all of their organisations. */
export const remindersSchema = z.object({
  channel: z.enum(REMINDER_CHOICES),
  leads: z
    .string()
    .max(100, "reminderLeads")
    .transform((text, context) => {
      const leads = readLeads(text);
      if (leads) return leads;
      context.addIssue({ code: "custom", message: "reminderLeads" });
      return z.NEVER;
    }),
  weekly: z.enum(WEEKLY_CHOICES).default("none"),
  weeklyDay: z.coerce.number().int().min(1).max(7).default(1),
  weeklyHour: z.coerce.number().int().min(0).max(23).default(7),
});
export type RemindersInput = z.output<typeof remindersSchema>;

export const emailChangeSchema = z.object({ email, currentPassword: knownPassword });
export type EmailChangeInput = z.output<typeof emailChangeSchema>;

export const passwordChangeSchema = z.object({ currentPassword: knownPassword, newPassword: passwordSchema });
export type PasswordChangeInput = z.output<typeof passwordChangeSchema>;

export const forgotSchema = z.object({ email });
export type ForgotInput = z.output<typeof forgotSchema>;

export const resetSchema = z.object({ token, newPassword: passwordSchema });
export type ResetInput = z.output<typeof resetSchema>;

export const tokenSchema = z.object({ token });
export type TokenInput = z.output<typeof tokenSchema>;

export const sessionSchema = z.object({ id: z.uuid() });
export type SessionInput = z.output<typeof sessionSchema>;

export const SIGN_IN_NOTICES = ["passwordReset", "emailChanged", "emailKept"] as const;
export type SignInNotice = (typeof SIGN_IN_NOTICES)[number];

export function readSignInNotice(notice: unknown): SignInNotice | null {
  return SIGN_IN_NOTICES.find((known) => known === notice) ?? null;
}
