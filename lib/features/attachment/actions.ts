"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import { closeDocument, withdrawDocument } from "@/lib/features/attachment/write/mutations";
import { backToSubject, documentCloseSchema, documentSchema, documentWithdrawSchema } from "./schema";

export async function submitDocumentWithdrawal(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: documentWithdrawSchema,
    verb: withdrawDocument,
    then: () => redirectToSubject(org, form),
  });
}

export async function closeDocumentToView(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: documentCloseSchema,
    verb: closeDocument,
    then: () => redirectToSubject(org, form),
  });
}

function redirectToSubject(org: string, form: FormData): never {
  revalidatePath(`/${org}`, "layout");
  const about = { noun: form.get("noun"), subjectId: form.get("subjectId") };
  redirect(backToSubject(`/${org}`, documentSchema.parse(about)));
}
