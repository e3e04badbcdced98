"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { fillExample } from "@/lib/features/example/write/mutations";
import { act, actAsAnonymous } from "@/lib/platform/request/action";
import { SESSION_COOKIE } from "@/lib/platform/auth/cookie";
import { SESSION_COOKIE_OPTIONS } from "@/lib/platform/auth/switch-session";
import { rememberDevice } from "@/lib/platform/auth/known-device";
import { done } from "@/lib/domain/outcome/outcome";
import type { FormState } from "@/lib/forms/form-state";
import { openSession } from "@/lib/platform/request/session-store";
import { setUp } from "@/lib/features/setup/write/mutations";
import { setupSchema } from "./schema";

export async function completeSetup(_state: FormState, form: FormData): Promise<FormState> {
  return actAsAnonymous({
    schema: setupSchema,
    form,
    secrets: ["password"],
    verb: async ({ device, now }, input) => {
      const outcome = await setUp(input, now);
      if (!outcome.ok) return outcome;
      // The link is spent: without a session the person signs in.
      const token = await openSession(outcome.value.personId, device, now).catch(() => null);
      return done({ ...outcome.value, fillExample: input.fillExample, token });
    },
    then: async ({ slug, personId, token, fillExample: isFilled }, { now }) => {
      if (!token) redirect("/sign-in");
      (await cookies()).set(SESSION_COOKIE, token, SESSION_COOKIE_OPTIONS);
      await rememberDevice(personId, now);
      redirect(isFilled && !(await fill(slug)) ? `/${slug}/example?failed=1` : `/${slug}`);
    },
  });
}

/** A failure of the example does not fail set-up. */
async function fill(org: string): Promise<boolean> {
  const form = new FormData();
  const state = await act({ org, schema: z.object({}), form, state: null, verb: fillExample });
  return state.status === "done";
}
