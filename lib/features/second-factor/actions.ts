"use server";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { revalidatePath } from "next/cache";
import type { FormState } from "@/lib/forms/form-state";
import { returnPathSchema } from "@/lib/domain/account/return-path";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { actAsSelf, runAsAnonymous, runAsSelf, staffAction } from "@/lib/platform/request/action";
import { CHALLENGE_COOKIE } from "@/lib/platform/auth/cookie";
import { deviceOf } from "@/lib/platform/auth/device";
import { rememberDevice } from "@/lib/platform/auth/known-device";
import { suggestLocale } from "@/lib/platform/auth/choice-cookie";
import { switchSession } from "@/lib/platform/auth/switch-session";
import { readSession } from "@/lib/platform/request/session-store";
import { issuesOf } from "@/lib/forms/form-issues";
import { fieldOf, formValues } from "@/lib/forms/form-values";
import { stateOf } from "@/lib/forms/form-state";
import { demandSecondFactor, resetSecondFactor } from "@/lib/features/second-factor/write/demand";
import type { Begun } from "@/lib/features/second-factor/write/factor-life";
import {
  beginTotp,
  confirmSession,
  confirmTotp,
  disableTotp,
  renewRecoveryCodes,
} from "@/lib/features/second-factor/write/mutations";
import {
  addPasskey,
  confirmWithPasskey,
  removePasskey,
  renamePasskey,
  startConfirmation,
  startPasskey,
} from "@/lib/features/second-factor/write/passkeys";
import {
  assertionSchema,
  beginSchema,
  codeSchema,
  confirmSchema,
  demandSchema,
  disableSchema,
  passkeyNameSchema,
  passwordSchema,
  registrationSchema,
  removePasskeySchema,
  renamePasskeySchema,
  resetSchema,
} from "./schema";
import {
  answerWithCode,
  answerWithPasskey,
  signInWithPasskey,
  startPasskeySignIn,
  startPasskeyStep,
} from "@/lib/features/second-factor/write/second-step";

const OVERVIEW = "/account/second-factor";
const SECRETS = ["password", "code"] as const;

export async function beginAuthenticator(_state: FormState, form: FormData): Promise<FormState> {
  const next = beginSchema.shape.next.parse(fieldOf(form, "next"));
  return actAsSelf({
    form,
    schema: beginSchema,
    secrets: SECRETS,
    verb: beginTotp,
    then: () => redirect(withNext(`${OVERVIEW}/authenticator`, next)),
  });
}

export async function confirmAuthenticator(_state: FormState, form: FormData): Promise<FormState> {
  let begun: Begun | undefined;
  const state = await actAsSelf({
    form,
    schema: confirmSchema,
    secrets: SECRETS,
    verb: confirmTotp,
    then: async (value) => {
      begun = value;
      await setSessionCookie(value.token);
    },
  });
  return state.status === "done" ? { ...state, once: begun?.codes ?? [] } : state;
}

export async function disableAuthenticator(_state: FormState, form: FormData): Promise<FormState> {
  return actAsSelf({ form, schema: disableSchema, secrets: SECRETS, verb: disableTotp, then: toOverview });
}

export async function renewCodes(_state: FormState, form: FormData): Promise<FormState> {
  let codes: string[] = [];
  const state = await actAsSelf({
    form,
    schema: passwordSchema,
    secrets: SECRETS,
    verb: renewRecoveryCodes,
    then: (value) => void (codes = value),
  });
  return state.status === "done" ? { ...state, once: codes } : state;
}

export async function saveKeyName(_state: FormState, form: FormData): Promise<FormState> {
  return actAsSelf({ form, schema: renamePasskeySchema, verb: renamePasskey, then: toOverview });
}

export async function submitPasskeyRemoval(_state: FormState, form: FormData): Promise<FormState> {
  return actAsSelf({
    form,
    schema: removePasskeySchema,
    secrets: SECRETS,
    verb: removePasskey,
    then: toOverview,
  });
}

export async function confirmWithCode(_state: FormState, form: FormData): Promise<FormState> {
  const next = confirmSchema.shape.next.parse(fieldOf(form, "next"));
  return actAsSelf({
    form,
    schema: confirmSchema,
    secrets: SECRETS,
    verb: confirmSession,
    then: async (token) => {
      await setSessionCookie(token);
      redirect(next === "/" ? OVERVIEW : next);
    },
  });
}

/** Identifies the person by the challenge's cookie: nobody is signed in yet. */
export async function answerSecondStep(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = codeSchema.safeParse(formValues(form));
  if (!parsed.success) return { status: "refused", issues: issuesOf(parsed.error), values: {} };
  const [jar, now] = [await cookies(), new Date()];
  const challenge = jar.get(CHALLENGE_COOKIE)?.value ?? "";
  const device = deviceOf(await headers());
  const outcome = await answerWithCode(challenge, parsed.data.code, device, now);
  if (isTooLate(outcome)) redirect("/sign-in?error=expired");
  if (!outcome.ok) return stateOf(outcome, {}, now.getTime());
  jar.delete(CHALLENGE_COOKIE);
  await setSessionCookie(outcome.value.token);
  redirect(outcome.value.next);
}

export const saveDemand = staffAction({
  schema: demandSchema,
  verb: demandSecondFactor,
  then: (_, org) => {
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/organisation/security`);
  },
});

export const resetMember = staffAction({
  schema: resetSchema,
  verb: resetSecondFactor,
  message: "reset",
  then: (_, org) => revalidatePath(`/${org}/organisation/security`),
});

/** Options for a new passkey; the form has a name and perhaps the password. */
export async function askNewKey(form: FormData) {
  const input = passwordSchema.safeParse(formValues(form));
  if (!input.success) return invalid<never>("password", "tooLong");
  return runAsSelf((ctx) => startPasskey(ctx, input.data));
}

export async function submitPasskey(name: unknown, answer: unknown): Promise<Outcome<string[] | null>> {
  const named = passkeyNameSchema.safeParse({ name });
  if (!named.success) return refuse({ kind: "invalid", issues: issuesOf(named.error) });
  const response = registrationSchema.safeParse(answer);
  if (!response.success) return unread();
  const input = { name: named.data.name, response: response.data };
  const outcome = await runAsSelf((ctx) => addPasskey(ctx, input));
  if (!outcome.ok) return outcome;
  await setSessionCookie(outcome.value.token);
  return done(outcome.value.codes);
}

/** Null when too many were requested. */
export async function askAnyKey() {
  return startPasskeySignIn(deviceOf(await headers()), new Date());
}

/** Signs in by a passkey alone; returns the next address. */
export async function enterWithKey(answer: unknown, asked: unknown): Promise<Outcome<string>> {
  const response = assertionSchema.safeParse(answer);
  if (!response.success) return unread();
  return runAsAnonymous(async () => {
    const outcome = await signInWithPasskey(response.data, deviceOf(await headers()), new Date());
    if (!outcome.ok) return outcome;
    await setSessionCookie(outcome.value);
    return done(returnPathSchema.parse(asked));
  });
}

export async function askStepKey() {
  const token = (await cookies()).get(CHALLENGE_COOKIE)?.value;
  return token ? startPasskeyStep(token, new Date()) : null;
}

/** Passkey after the password; returns the next address. */
export async function answerWithKey(answer: unknown): Promise<Outcome<string>> {
  const response = assertionSchema.safeParse(answer);
  if (!response.success) return unread();
  const jar = await cookies();
  const challenge = jar.get(CHALLENGE_COOKIE)?.value ?? "";
  const device = deviceOf(await headers());
  return runAsAnonymous(async () => {
    const outcome = await answerWithPasskey(challenge, response.data, device, new Date());
    if (isTooLate(outcome)) return done("/sign-in?error=expired");
    if (!outcome.ok) return outcome;
    jar.delete(CHALLENGE_COOKIE);
    await setSessionCookie(outcome.value.token);
    return done(outcome.value.next);
  });
}

export async function askOwnKey() {
  const outcome = await runAsSelf(async (ctx) => done(await startConfirmation(ctx)));
  return outcome.ok ? outcome.value : null;
}

/** Passkey in a password-only session; returns the next address. */
export async function confirmWithKey(answer: unknown, asked: unknown): Promise<Outcome<string>> {
  const response = assertionSchema.safeParse(answer);
  if (!response.success) return unread();
  const outcome = await runAsSelf((ctx) => confirmWithPasskey(ctx, response.data));
  if (!outcome.ok) return outcome;
  await setSessionCookie(outcome.value);
  const next = returnPathSchema.parse(asked);
  return done(next === "/" ? OVERVIEW : next);
}

async function setSessionCookie(token: string): Promise<void> {
  const now = new Date();
  await switchSession(token, now);
  const signedIn = await readSession(token, now);
  if (!signedIn) return;
  await suggestLocale(signedIn.person.locale);
  await rememberDevice(signedIn.person.id, now);
}

function toOverview(): never {
  redirect(OVERVIEW);
}

function unread<T>(): Outcome<T> {
  return invalid("", "passkeyRefused");
}

function withNext(path: string, next: string): string {
  return next === "/" ? path : `${path}?next=${encodeURIComponent(next)}`;
}

/** True for a challenge used, expired or tried too often: sign-in begins again. */
function isTooLate(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.refusal.kind === "not-found";
}
