"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import { receiveRequest, recordEvent } from "@/lib/features/rights-request/write/mutations";
import { answerSame } from "@/lib/features/rights-request/write/same";
import { answerStopQuestion } from "@/lib/features/rights-request/write/stop-question";
import { readNumber } from "@/lib/features/rights-request/write/number";
import { eraseRequest, saveRule } from "@/lib/features/rights-request/write/retention";
import {
  numberReadSchema,
  requestEraseSchema,
  requestEventSchema,
  requestReceiveSchema,
  sameRequestSchema,
  stopAnswerSchema,
  retentionRuleSchema,
} from "./schema";

export async function submitRequest(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: requestReceiveSchema,
    verb: receiveRequest,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function submitEvent(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: requestEventSchema,
    verb: recordEvent,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function submitReading(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: numberReadSchema,
    verb: readNumber,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function submitStopAnswer(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: stopAnswerSchema,
    verb: answerStopQuestion,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function submitSame(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: sameRequestSchema,
    verb: answerSame,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function submitErasure(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: requestEraseSchema,
    verb: eraseRequest,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function submitRetention(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: retentionRuleSchema,
    verb: saveRule,
    then: () => redirect(`/${org}/rights-requests/retention`),
  });
}

function redirectTo(org: string, id: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/rights-requests/${id}`);
}
