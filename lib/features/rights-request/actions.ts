"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import { receiveRequest, recordEvent } from "@/lib/features/rights-request/write/mutations";
import { eraseRequest, saveRule } from "@/lib/features/rights-request/write/retention";
import { requestEraseSchema, requestEventSchema, requestReceiveSchema, retentionRuleSchema } from "./schema";

export async function submitRequest(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    ...{ org, form, state, schema: requestReceiveSchema, verb: receiveRequest },
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function submitEvent(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    ...{ org, form, state, schema: requestEventSchema, verb: recordEvent },
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function submitErasure(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    ...{ org, form, state, schema: requestEraseSchema, verb: eraseRequest },
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function submitRetention(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    ...{ org, form, state, schema: retentionRuleSchema, verb: saveRule },
    then: () => redirect(`/${org}/rights-requests/retention`),
  });
}

function redirectTo(org: string, id: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/rights-requests/${id}`);
}
