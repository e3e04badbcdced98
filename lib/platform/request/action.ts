import "server-only";
import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import type { z } from "zod";
import { deviceOf } from "@/lib/platform/auth/device";
import { invalid, refuse, type Issue, type Outcome, type Refusal } from "@/lib/domain/outcome/outcome";
import type { SubjectNoun } from "@/lib/domain/nouns/events";
import type { AuditorCtx, ContactCtx, SelfCtx, StaffCtx } from "./context";
import { issuesOf } from "@/lib/forms/form-issues";
import { formValues } from "@/lib/forms/form-values";
import { stateOf, type FormState } from "@/lib/forms/form-state";
import { COOKIE_OPTIONS, DONE_COOKIE } from "@/lib/platform/auth/cookie";
import { hasTakenTooLong, isDatabaseUnavailable } from "@/lib/platform/database/unavailable";
import { log } from "@/lib/platform/log/log";
import { journalForgedSubject } from "@/lib/platform/access/denied-access";
import { journalForeignRow } from "@/lib/platform/access/foreign-address";
import {
  auditorContext,
  contactContext,
  lacksSecondFactor,
  journalStranger,
  selfContext,
  staffContext,
} from "./request-session";
import { newSubmissionKey, readSubmissionKey, withSubmission } from "./submission";

/** Actor, or the reason why there is none: the form is returned with its values. */
type Entered<C> = { ctx: C } | { status: "signed-out" | "second-factor" };

/** Outcome of a verb, or the reason why it did not run. */
type Run<C, T> = { ctx: C; outcome: Outcome<T>; stopped?: undefined } | { stopped: Stopped };
type Stopped =
  | { status: "signed-out" | "second-factor" }
  | { status: "refused"; issues: Issue[] }
  | { status: Fault; incident: string };

type Asked<S extends z.ZodType, T, C> = {
  schema: S;
  form: FormData;
  verb: (ctx: C, input: z.output<S>) => Promise<Outcome<T>>;
  /** Key of what is said when it is done. */
  message?: string;
  /** Runs after the verb succeeded: revalidate, or redirect (which throws, as Next means it to). */
  then?: (value: T, ctx: C) => void | Promise<void>;
};

type Remembered = {
  /**
   * State shown with the form, which names its submission; null where the verb's answer must be stored
   * nowhere.
   */
  state: FormState | null;
};

/** Before a redirect leaves: the page that it leads to says that it is done. */
async function announceSuccess(now: Date): Promise<void> {
  const value = String(now.getTime());
  (await cookies()).set(DONE_COOKIE, value, { ...COOKIE_OPTIONS, httpOnly: false, maxAge: 60 });
}

/** Fields that never come back to the page: passwords and codes. */
type Secretive = { secrets?: readonly string[] };

type Act<S extends z.ZodType, T> = Asked<S, T, StaffCtx> &
  Remembered &
  Secretive & {
    /** Slug of the organisation, from the address of the page. */
    org: string;
    /** Sent by the page itself: nobody did anything that the next page would confirm. */
    isSilent?: true;
  };

/** The one way from a form to a verb: authenticate, parse, build the context, call, answer. */
export async function act<S extends z.ZodType, T>({
  org,
  isSilent,
  verb,
  ...asked
}: Act<S, T>): Promise<FormState> {
  const guarded = async (ctx: StaffCtx, input: z.output<S>) => {
    const outcome = await verb(ctx, input);
    const id = !outcome.ok && outcome.refusal.kind === "not-found" ? namedId(input) : null;
    if (id !== null) await journalForeignRow(ctx, id, "", deviceOf(await headers()));
    return outcome;
  };
  const enter = async () => {
    const ctx = await staffContext(org);
    if (ctx) return { ctx };
    return { status: (await lacksSecondFactor(org)) ? ("second-factor" as const) : ("signed-out" as const) };
  };
  return answer({ ...asked, verb: guarded }, enter, isSilent ? "silent" : "told");
}

/** Declares a form's action; `then` gets the first part of the page's address as its second argument. */
type Declared<S extends z.ZodType, T, C> = Omit<Asked<S, T, C>, "form" | "then"> & {
  isSilent?: true;
  then?: (value: T, place: string, ctx: C) => void | Promise<void>;
};

/** Makes the server action of a form of the staff: `(org, state, form)`, where `org` is the slug in the page's address. */
export function staffAction<S extends z.ZodType, T>({
  then,
  ...declared
}: Declared<S, T, StaffCtx> & Secretive) {
  return (org: string, state: FormState, form: FormData): Promise<FormState> =>
    act<S, T>({ ...declared, org, state, form, then: then && ((value, ctx) => then(value, org, ctx)) });
}

/** Makes the server action of a form of the portal: `(contact, state, form)`, where `contact` is the id in the address. */
export function contactAction<S extends z.ZodType, T>({
  then,
  ...declared
}: Declared<S, T, ContactCtx> & Pick<ActInPortal<S, T>, "about">) {
  return (contact: string, state: FormState, form: FormData): Promise<FormState> =>
    actInPortal<S, T>({
      ...declared,
      contact,
      state,
      form,
      then: then && ((value, ctx) => then(value, contact, ctx)),
    });
}

/** The row that a form names; null where it names none. */
function namedId(input: unknown): string | null {
  const { id } = (input ?? {}) as { id?: unknown };
  return typeof id === "string" ? id : null;
}

/** Runs a verb over one's own account, outside any organisation. */
export async function actAsSelf<S extends z.ZodType, T>(
  asked: Asked<S, T, SelfCtx> & Secretive,
): Promise<FormState> {
  return answer(asked, async () => {
    const ctx = await selfContext();
    return ctx ? { ctx } : { status: "signed-out" };
  });
}

type Subject = { noun: SubjectNoun; id: string | null };

type ActInPortal<S extends z.ZodType, T> = Asked<S, T, ContactCtx> &
  Remembered & {
    /** Id of the contact, from the address of the page. */
    contact: string;
    /** Subject named by the form: an untrusted id. */
    about?: (input: z.output<S>) => Subject;
    isSilent?: true;
  };

/**
 * Runs a verb for a controller's contact, whose access may have ended since the page was shown. No page
 * offers a foreign subject: a form that names one is journalled.
 */
export async function actInPortal<S extends z.ZodType, T>({
  contact,
  about,
  verb,
  isSilent,
  ...asked
}: ActInPortal<S, T>): Promise<FormState> {
  const guarded = async (ctx: ContactCtx, input: z.output<S>) => {
    const outcome = await verb(ctx, input);
    const subject = !outcome.ok && isUnexpected(outcome.refusal) ? about?.(input) : undefined;
    if (subject) await journalForgedSubject(ctx, subject.noun, subject.id);
    return outcome;
  };
  const enter = async () => {
    const ctx = await contactContext(contact);
    if (ctx) return { ctx };
    await journalStranger("contact", contact);
    return { status: "signed-out" as const };
  };
  return answer({ ...asked, verb: guarded }, enter, isSilent ? "silent" : "told");
}

/** Runs a verb for an auditor, whose grant may have ended since the page was shown. */
export async function actAsAuditor<S extends z.ZodType, T>({
  grant,
  ...asked
}: Asked<S, T, AuditorCtx> & { grant: string }): Promise<FormState> {
  return answer(asked, async () => {
    const ctx = await auditorContext(grant);
    return ctx ? { ctx } : { status: "signed-out" };
  });
}

function isUnexpected({ kind }: Refusal): boolean {
  return kind === "not-found" || kind === "forbidden";
}

type VisitorCtx = { device: SelfCtx["device"]; now: Date };

/** Runs a verb without a session: a forgotten password, a link from a letter. */
export async function actAsAnonymous<S extends z.ZodType, T>(
  asked: Asked<S, T, VisitorCtx> & Secretive,
): Promise<FormState> {
  const enter = async () => ({ ctx: { device: deviceOf(await headers()), now: new Date() } });
  return answer(asked, enter, "silent");
}

async function answer<S extends z.ZodType, T, C extends { now: Date }>(
  {
    schema,
    form,
    verb,
    message,
    then,
    secrets,
    state = null,
  }: Asked<S, T, C> & Secretive & Partial<Remembered>,
  enter: () => Promise<Entered<C>>,
  // A sign-in saves nothing that the page behind it would name.
  notified: "told" | "silent" = "told",
): Promise<FormState> {
  const stated = formValues(form);
  const values = withoutSecrets(stated, secrets);
  const key = state ? readSubmissionKey(form, state) : undefined;
  const run = await attempt<C, T>(async () => {
    const entered = await enter();
    if ("status" in entered) return { stopped: entered };
    const parsed = schema.safeParse(stated);
    if (!parsed.success) return { stopped: { status: "refused", issues: issuesOf(parsed.error) } };
    const ctx = key === undefined ? entered.ctx : await withSubmission(entered.ctx, key, form);
    return { ctx, outcome: await verb(ctx, parsed.data) };
  });
  // Unknown outcome: sent once more, the form is still the same submission.
  if (run.stopped) return { ...run.stopped, values, submission: key };
  const { ctx, outcome } = run;
  if (outcome.ok) {
    if (notified === "told") await announceSuccess(ctx.now);
    await then?.(outcome.value, ctx);
  }
  const answered = stateOf(outcome, values, ctx.now.getTime(), message);
  return { ...answered, submission: outcome.ok ? newSubmissionKey() : key };
}

function withoutSecrets(stated: Record<string, unknown>, secrets: readonly string[] = []) {
  return Object.fromEntries(Object.entries(stated).filter(([name]) => !secrets.includes(name)));
}

/** A verb over one's own account that no form asks for: the browser's script does, with an authenticator's answer. */
export async function runAsSelf<T>(verb: (ctx: SelfCtx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return runAsAnonymous(async () => {
    const ctx = await selfContext();
    return ctx ? verb(ctx) : refuse({ kind: "forbidden" });
  });
}

/** Runs such a verb for a controller's contact, whose access may have ended since the page was shown. */
export async function runInPortal<T>(
  contact: string,
  verb: (ctx: ContactCtx) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return runAsAnonymous(async () => {
    const ctx = await contactContext(contact);
    return ctx ? verb(ctx) : refuse({ kind: "forbidden" });
  });
}

/** Runs a verb without a session. A fault becomes an issue, for which the script has a line. */
export async function runAsAnonymous<T>(verb: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const run = await attempt<null, T>(async () => ({ ctx: null, outcome: await verb() }));
  return run.stopped ? invalid("", "unavailable") : run.outcome;
}

/** A fault is logged under a reference that the person is shown, and nothing else of it. */
async function attempt<C, T>(run: () => Promise<Run<C, T>>): Promise<Run<C, T>> {
  try {
    return await run();
  } catch (error) {
    const incident = randomBytes(4).toString("hex");
    const status = faultOf(error);
    log.error({ err: error, incident }, FAULTS[status]);
    return { stopped: { status, incident } };
  }
}

/** Lines of the log. */
const FAULTS = {
  failed: "a verb failed",
  unavailable: "the database is away",
  "too-long": "a verb took too long",
} as const;
type Fault = keyof typeof FAULTS;

function faultOf(error: unknown): Fault {
  if (isDatabaseUnavailable(error)) return "unavailable";
  return hasTakenTooLong(error) ? "too-long" : "failed";
}
