"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { actInPortal } from "@/lib/platform/request/action";
import { answerRequest } from "@/lib/features/portal-rights-request/write/mutations";
import { lodgeRequest } from "@/lib/features/portal-rights-request/write/lodge";
import { lodgingSchema, rightsAnswerSchema } from "./schema";

export async function sendRightsAnswer(
  contact: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: rightsAnswerSchema,
    verb: answerRequest,
    about: ({ id }) => ({ noun: "rights-request", id }),
    then: ({ id }) => redirectTo(contact, id),
  });
}

export async function sendLodging(contact: string, state: FormState, form: FormData): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: lodgingSchema,
    verb: lodgeRequest,
    then: ({ id }) => redirectTo(contact, id),
  });
}

function redirectTo(contact: string, id: string): never {
  revalidatePath(`/portal/${contact}`, "layout");
  redirect(`/portal/${contact}/rights-requests/${id}`);
}
