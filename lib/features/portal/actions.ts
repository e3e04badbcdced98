"use server";
import { revalidatePath } from "next/cache";
import type { FormState } from "@/lib/domain/form-state";
import { actInPortal } from "@/lib/platform/action";
import { changeOwnLanguage } from "./mutations";
import { ownLanguageSchema } from "./schema";

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
