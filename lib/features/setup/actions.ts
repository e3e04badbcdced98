"use server";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { fillExample } from "@/lib/features/example/mutations";
import { act } from "@/lib/platform/action";
import { COOKIE_OPTIONS, SESSION_COOKIE } from "@/lib/platform/auth/cookie";
import { deviceOf } from "@/lib/platform/auth/device";
import { issuesOf } from "@/lib/domain/form-issues";
import { formValues } from "@/lib/domain/form-values";
import { stateOf, type FormState } from "@/lib/domain/form-state";
import { openSession } from "@/lib/platform/sessions";
import { setUp } from "./mutations";
import { setupSchema } from "./schema";

/** Set-up signs in whoever completed it and opens the organisation's first page. */
export async function completeSetup(_state: FormState, form: FormData): Promise<FormState> {
  const { password: _never, ...values } = formValues(form);
  const parsed = setupSchema.safeParse({ ...values, password: form.get("password") });
  if (!parsed.success) return { status: "refused", issues: issuesOf(parsed.error), values };
  const now = new Date();
  const outcome = await setUp(parsed.data, now);
  if (!outcome.ok) return stateOf(outcome, values, now.getTime());
  const token = await openSession(outcome.value.personId, deviceOf(await headers()), now);
  (await cookies()).set(SESSION_COOKIE, token, COOKIE_OPTIONS);
  const { slug } = outcome.value;
  redirect(parsed.data.fillExample && !(await fill(slug)) ? `/${slug}/example?failed=1` : `/${slug}`);
}

/** The organisation stands by now: whatever becomes of the example, set-up is done. */
async function fill(org: string): Promise<boolean> {
  const form = new FormData();
  const state = await act({ org, schema: z.object({}), form, state: null, verb: fillExample });
  return state.status === "done";
}
