"use server";
import { cookies } from "next/headers";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/lib/forms/form-state";
import { formValues } from "@/lib/forms/form-values";
import { actAsSelf, actAsAnonymous } from "@/lib/platform/request/action";
import { atLeast } from "@/lib/platform/request/minimum-duration";
import { SESSION_COOKIE } from "@/lib/platform/auth/cookie";
import { setChoiceCookie } from "@/lib/platform/auth/choice-cookie";
import { endPresentSession, leaveBrowser } from "@/lib/platform/auth/switch-session";
import { readSession } from "@/lib/platform/request/session-store";
import {
  confirmEmailChange,
  requestEmailChange,
  revokeEmailChange,
  withdrawEmailChange,
} from "@/lib/features/account/write/change-email";
import { changePassword } from "@/lib/features/account/write/change-password";
import { endOtherSessions, endSession } from "@/lib/features/account/write/end-sessions";
import { updateLocale, updateProfile, updateReminders } from "@/lib/features/account/write/mutations";
import { requestReset, resetPassword } from "@/lib/features/account/write/reset-password";
import {
  emailChangeSchema,
  forgotSchema,
  passwordChangeSchema,
  profileSchema,
  remindersSchema,
  resetSchema,
  sessionSchema,
  tokenSchema,
} from "./schema";

/** Milliseconds: longer than any branch takes, so that timing reveals nothing. */
const RESET_ANSWER_MS = 700;

/** Stores the language in a cookie, and for the person's letters when signed in. */
export async function setLocale(form: FormData): Promise<void> {
  const locale = z.enum(["fr", "en", "ar"]).safeParse(formValues(form).locale);
  if (!locale.success) return;
  await setChoiceCookie("locale", locale.data);
  const signedIn = await readOwnSession();
  if (signedIn) await updateLocale(signedIn.person.id, locale.data);
  revalidatePath("/", "layout");
}

export async function setTheme(form: FormData): Promise<void> {
  const theme = z.enum(["light", "dark", "system"]).safeParse(formValues(form).theme);
  if (!theme.success) return;
  await setChoiceCookie("theme", theme.data === "system" ? null : theme.data);
  revalidatePath("/", "layout");
}

/** Ends the session in the database as well as in the browser. */
export async function signOut(): Promise<void> {
  await endPresentSession(new Date());
  await leaveBrowser();
  redirect("/sign-in");
}

export async function saveProfile(_state: FormState, form: FormData): Promise<FormState> {
  const then = async ({ locale }: { locale: string }) => {
    await setChoiceCookie("locale", locale);
    revalidatePath("/", "layout");
  };
  return actAsSelf({ schema: profileSchema, form, verb: updateProfile, then });
}

export async function saveReminders(_state: FormState, form: FormData): Promise<FormState> {
  return actAsSelf({ schema: remindersSchema, form, verb: updateReminders });
}

export async function savePassword(_state: FormState, form: FormData): Promise<FormState> {
  const secrets = ["currentPassword", "newPassword"];
  return actAsSelf({ schema: passwordChangeSchema, form, verb: changePassword, secrets });
}

export async function submitEmailChange(_state: FormState, form: FormData): Promise<FormState> {
  const secrets = ["currentPassword"];
  return showSentAddress(
    form,
    await actAsSelf({ schema: emailChangeSchema, form, verb: requestEmailChange, secrets }),
  );
}

export async function submitEmailCancellation(): Promise<void> {
  await actAsSelf({ schema: z.unknown(), form: new FormData(), verb: withdrawEmailChange });
  redirect("/account");
}

/** Answers alike, after the same delay, whether or not the address has an account. */
export async function submitPasswordReset(_state: FormState, form: FormData): Promise<FormState> {
  const state = await atLeast(RESET_ANSWER_MS, () =>
    actAsAnonymous({
      schema: forgotSchema,
      form,
      verb: ({ device, now }, input) => requestReset(input, device, now),
    }),
  );
  return showSentAddress(form, state);
}

/** Opens no session: a second factor must still be given. */
export async function chooseNewPassword(_state: FormState, form: FormData): Promise<FormState> {
  return actAsAnonymous({
    schema: resetSchema,
    form,
    verb: ({ device, now }, input) => resetPassword(input, device, now),
    secrets: ["newPassword"],
    then: async () => {
      await endPresentSession(new Date());
      await leaveBrowser();
      redirect("/sign-in?notice=passwordReset");
    },
  });
}

export async function confirmEmail(_state: FormState, form: FormData): Promise<FormState> {
  const signedIn = await readOwnSession();
  return actAsAnonymous({
    schema: tokenSchema,
    form,
    verb: ({ now }, input) => confirmEmailChange(input, signedIn?.sessionId, now),
    then: ({ personId }) =>
      redirect(
        signedIn?.person.id === personId ? "/account?notice=emailChanged" : "/sign-in?notice=emailChanged",
      ),
  });
}

export async function submitEmailRevocation(_state: FormState, form: FormData): Promise<FormState> {
  return actAsAnonymous({
    schema: tokenSchema,
    form,
    verb: ({ now }, input) => revokeEmailChange(input, now),
    then: () => redirect("/sign-in?notice=emailKept"),
  });
}

/** Ending the current session signs out. */
export async function endOneSession(form: FormData): Promise<void> {
  const own = await readOwnSession();
  const state = await actAsSelf({ schema: sessionSchema, form, verb: endSession });
  if (state.status === "done" && own?.sessionId === form.get("id")) {
    await leaveBrowser();
    redirect("/sign-in");
  }
  redirect(sessionsAfter(state, "ended"));
}

export async function endAllOtherSessions(): Promise<void> {
  let ended = 0;
  const state = await actAsSelf({
    schema: z.unknown(),
    form: new FormData(),
    verb: endOtherSessions,
    then: (value) => void (ended = value.ended),
  });
  redirect(sessionsAfter(state, `others=${ended}`));
}

/** Puts the result into the address, so that it works without JavaScript. */
function sessionsAfter(state: FormState, done: string): string {
  if (state.status === "signed-out") return "/sign-in?next=/account/sessions";
  if (state.status === "failed") return `/account/sessions?failed=${state.incident}`;
  return `/account/sessions?${state.status === "done" ? done : "gone"}`;
}

/** Shows the address as typed, so that a mistake is noticed. */
function showSentAddress(form: FormData, state: FormState): FormState {
  return state.status === "done" ? { ...state, once: [String(form.get("email"))] } : state;
}

async function readOwnSession() {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  return token ? readSession(token, new Date()) : null;
}
