import "server-only";
import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import type { z } from "zod";
import { deviceOf } from "@/lib/platform/auth/device";
import { refuse, type Outcome, type Refusal } from "@/lib/domain/outcome";
import type { SubjectNoun } from "@/lib/domain/journal/event";
import type { ContactCtx, SelfCtx, StaffCtx } from "@/lib/platform/context";
import { issuesOf } from "@/lib/domain/form-issues";
import { formValues } from "@/lib/domain/form-values";
import { DONE_COOKIE, stateOf, type FormState } from "@/lib/domain/form-state";
import { COOKIE_OPTIONS } from "@/lib/platform/auth/cookie";
import { log } from "@/lib/platform/log";
import { noteForgedSubject } from "@/lib/platform/refused-looks";
import {
  contactContext,
  lacksSecondFactor,
  noteStranger,
  selfContext,
  staffContext,
} from "@/lib/platform/session";

type Act<S extends z.ZodType, T> = {
  /** Slug of the organisation, from the address of the page. */
  org: string;
  schema: S;
  form: FormData;
  verb: (ctx: StaffCtx, input: z.output<S>) => Promise<Outcome<T>>;
  /** Key of what is said when it is done. */
  message?: string;
  /** Runs after the verb succeeded: revalidate, or redirect (which throws, as Next means it to). */
  then?: (value: T, ctx: StaffCtx) => void | Promise<void>;
};

/** The one way from a form to a verb: authenticate, parse, build the context, call, answer. */
export async function act<S extends z.ZodType, T>({
  org,
  schema,
  form,
  verb,
  message,
  then,
}: Act<S, T>): Promise<FormState> {
  const values = formValues(form);
  const ctx = await staffContext(org);
  if (!ctx) return { status: (await lacksSecondFactor(org)) ? "second-factor" : "signed-out", values };
  const parsed = schema.safeParse(values);
  if (!parsed.success) return { status: "refused", issues: issuesOf(parsed.error), values };
  const outcome = await attempt(() => verb(ctx, parsed.data));
  if ("incident" in outcome) return { status: "failed", values, incident: outcome.incident };
  if (outcome.ok) {
    await tellNextPage(ctx.now);
    await then?.(outcome.value, ctx);
  }
  return stateOf(outcome, values, ctx.now.getTime(), message);
}

/** Before a redirect leaves: the page that it leads to says that it is done. */
async function tellNextPage(now: Date): Promise<void> {
  const value = String(now.getTime());
  (await cookies()).set(DONE_COOKIE, value, { ...COOKIE_OPTIONS, httpOnly: false, maxAge: 60 });
}

/** Fields that never come back to the page: passwords and codes. */
type Secretive = { secrets?: readonly string[] };

type ActAsSelf<S extends z.ZodType, T> = Omit<Act<S, T>, "org" | "verb" | "then"> &
  Secretive & {
    verb: (ctx: SelfCtx, input: z.output<S>) => Promise<Outcome<T>>;
    then?: (value: T, ctx: SelfCtx) => void | Promise<void>;
  };

/** The same way for a verb over one's own account, which stands in no organisation. */
export async function actAsSelf<S extends z.ZodType, T>(asked: ActAsSelf<S, T>): Promise<FormState> {
  const ctx = await selfContext();
  if (!ctx) return { status: "signed-out", values: withoutSecrets(formValues(asked.form), asked.secrets) };
  return answer(asked, ctx);
}

type Subject = { noun: SubjectNoun; id: string | null };

type ActInPortal<S extends z.ZodType, T> = Omit<Act<S, T>, "org" | "verb" | "then"> & {
  /** Id of the contact, from the address of the page. */
  contact: string;
  /** What the form names, by an id that anybody can write into it. */
  about?: (input: z.output<S>) => Subject;
  verb: (ctx: ContactCtx, input: z.output<S>) => Promise<Outcome<T>>;
  then?: (value: T, ctx: ContactCtx) => void | Promise<void>;
};

/**
 * The same way for a controller's contact, whose access may have ended since the page was shown. No page offers what is
 * not theirs to see or to do: that a form asks for it all the same is journalled.
 */
export async function actInPortal<S extends z.ZodType, T>({
  contact,
  about,
  verb,
  ...asked
}: ActInPortal<S, T>): Promise<FormState> {
  const ctx = await contactContext(contact);
  if (!ctx) {
    await noteStranger("contact", contact);
    return { status: "signed-out", values: formValues(asked.form) };
  }
  const guarded = async (ctx: ContactCtx, input: z.output<S>) => {
    const outcome = await verb(ctx, input);
    const subject = !outcome.ok && isBeyond(outcome.refusal) ? about?.(input) : undefined;
    if (subject) await noteForgedSubject(ctx, subject.noun, subject.id);
    return outcome;
  };
  return answer({ ...asked, verb: guarded }, ctx);
}

function isBeyond({ kind }: Refusal): boolean {
  return kind === "not-found" || kind === "forbidden";
}

type VisitorCtx = { device: SelfCtx["device"]; now: Date };

type ActAtDoor<S extends z.ZodType, T> = Omit<Act<S, T>, "org" | "verb" | "then"> &
  Secretive & {
    verb: (ctx: VisitorCtx, input: z.output<S>) => Promise<Outcome<T>>;
    then?: (value: T, ctx: VisitorCtx) => void | Promise<void>;
  };

/** The same way for whoever is nobody yet: a forgotten password, a link that arrived by mail. */
export async function actAtDoor<S extends z.ZodType, T>(asked: ActAtDoor<S, T>): Promise<FormState> {
  return answer(asked, { device: deviceOf(await headers()), now: new Date() }, "silent");
}

type Asked<S extends z.ZodType, T, C> = Secretive & {
  schema: S;
  form: FormData;
  verb: (ctx: C, input: z.output<S>) => Promise<Outcome<T>>;
  message?: string;
  then?: (value: T, ctx: C) => void | Promise<void>;
};

async function answer<S extends z.ZodType, T, C extends { now: Date }>(
  { schema, form, verb, message, then, secrets }: Asked<S, T, C>,
  ctx: C,
  // A sign-in saves nothing that the page behind it would speak of.
  told: "told" | "silent" = "told",
): Promise<FormState> {
  const said = formValues(form);
  const values = withoutSecrets(said, secrets);
  const parsed = schema.safeParse(said);
  if (!parsed.success) return { status: "refused", issues: issuesOf(parsed.error), values };
  const outcome = await attempt(() => verb(ctx, parsed.data));
  if ("incident" in outcome) return { status: "failed", values, incident: outcome.incident };
  if (outcome.ok) {
    if (told === "told") await tellNextPage(ctx.now);
    await then?.(outcome.value, ctx);
  }
  return stateOf(outcome, values, ctx.now.getTime(), message);
}

function withoutSecrets(said: Record<string, unknown>, secrets: readonly string[] = []) {
  return Object.fromEntries(Object.entries(said).filter(([name]) => !secrets.includes(name)));
}

/** A verb over one's own account that no form asks for: the browser's script does, with an authenticator's answer. */
export async function askAsSelf<T>(verb: (ctx: SelfCtx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const ctx = await selfContext();
  return ctx ? verb(ctx) : refuse({ kind: "forbidden" });
}

/** A fault is logged under a reference that the person is shown, and nothing else of it. */
async function attempt<T>(run: () => Promise<Outcome<T>>): Promise<Outcome<T> | { incident: string }> {
  try {
    return await run();
  } catch (error) {
    const incident = randomBytes(4).toString("hex");
    log.error({ err: error, incident }, "a verb failed");
    return { incident };
  }
}
