"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { itemAt, lastOf } from "@/lib/domain/invariant/required";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import { askConfirmation, moveRequest } from "@/lib/features/authorisation/write/mutations";
import { editRequest, prepareRequests } from "@/lib/features/authorisation/write/requests";
import {
  confirmationAskSchema,
  requestEditSchema,
  requestMoveSchema,
  requestsPrepareSchema,
  requestsSendSchema,
} from "./schema";
import { sendRequests } from "@/lib/features/authorisation/write/sending";

export async function addRequests(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: requestsPrepareSchema,
    verb: prepareRequests,
    then: (rows) => redirectTo(org, `/drafts?from=${itemAt(rows, 0).reference}&to=${lastOf(rows).reference}`),
  });
}

export async function saveRequest(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: requestEditSchema,
    verb: editRequest,
    then: ({ id }) => redirectTo(org, `/${id}`),
  });
}

export async function sendDrafts(org: string, state: FormState, form: FormData): Promise<FormState> {
  const answered = await act({
    org,
    form,
    state,
    schema: requestsSendSchema,
    verb: sendRequests,
    then: ([first, ...others]) => redirectTo(org, first && others.length === 0 ? `/${first.id}` : ""),
  });
  // Revalidates after a partial refusal too: other requests were sent.
  revalidatePath(`/${org}`, "layout");
  return answered;
}

export async function stepRequest(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: requestMoveSchema,
    verb: moveRequest,
    then: ({ id }) => redirectTo(org, `/${id}`),
  });
}

export async function confirmRequest(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: confirmationAskSchema,
    verb: askConfirmation,
    then: ({ id }) => redirectTo(org, `/${id}`),
  });
}

function redirectTo(org: string, path: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/authorisations${path}`);
}
