"use server";
import { revalidatePath } from "next/cache";
import type { FormState } from "@/lib/forms/form-state";
import { actInPortal } from "@/lib/platform/request/action";
import { changeOwnLanguage } from "@/lib/features/portal/write/mutations";
import { confirmContact } from "@/lib/features/contact/write/confirm";
import { ownLanguageSchema, personConfirmSchema } from "./schema";

export async function confirmPerson(contact: string, state: FormState, form: FormData): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: personConfirmSchema,
    verb: confirmContact,
    message: "saved",
    then: () => revalidatePath(`/portal/${contact}/me`),
  });
}

export async function saveOwnLanguage(contact: string, state: FormState, form: FormData): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: ownLanguageSchema,
    verb: changeOwnLanguage,
    message: "saved",
    then: () => revalidatePath(`/portal/${contact}/me`),
  });
}
