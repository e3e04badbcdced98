"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { createGrant, retryGrant, revokeGrant } from "@/lib/features/grant/write/mutations";
import type { FormState } from "@/lib/forms/form-state";
import { withMailServer } from "@/lib/platform/mail/with-mail-server";
import { act } from "@/lib/platform/request/action";
import { grantIdSchema, grantSchema, revokeSchema } from "./schema";

const grantByMail = withMailServer(createGrant);

export async function submitGrant(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: grantSchema,
    verb: grantByMail,
    then: ({ id }) => redirect(`/${org}/auditors/${id}`),
  });
}

export async function submitRevocation(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: revokeSchema,
    verb: revokeGrant,
    then: () => revalidatePath(`/${org}/auditors`, "layout"),
  });
}

export async function submitRetry(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: grantIdSchema,
    verb: retryGrant,
    then: () => revalidatePath(`/${org}/auditors`, "layout"),
  });
}
