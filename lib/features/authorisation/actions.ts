"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { itemAt, lastOf } from "@/lib/domain/invariant/required";
import type { FormState } from "@/lib/forms/form-state";
import { act, staffAction } from "@/lib/platform/request/action";
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

export const addRequests = staffAction({
  schema: requestsPrepareSchema,
  verb: prepareRequests,
  then: (rows, org) =>
    redirectTo(org, `/drafts?from=${itemAt(rows, 0).reference}&to=${lastOf(rows).reference}`),
});

export const saveRequest = staffAction({
  schema: requestEditSchema,
  verb: editRequest,
  then: ({ id }, org) => redirectTo(org, `/${id}`),
});

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

export const stepRequest = staffAction({
  schema: requestMoveSchema,
  verb: moveRequest,
  then: ({ id }, org) => redirectTo(org, `/${id}`),
});

export const confirmRequest = staffAction({
  schema: confirmationAskSchema,
  verb: askConfirmation,
  then: ({ id }, org) => redirectTo(org, `/${id}`),
});

function redirectTo(org: string, path: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/authorisations${path}`);
}
