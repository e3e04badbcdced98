"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/domain/form-state";
import { act } from "@/lib/platform/action";
import { withdrawDocument } from "./mutations";
import { backToSubject, documentSchema, documentWithdrawSchema } from "./schema";

export async function takeDocumentAside(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: documentWithdrawSchema,
    verb: withdrawDocument,
    then: () => {
      revalidatePath(`/${org}`, "layout");
      const about = { noun: form.get("noun"), subjectId: form.get("subjectId") };
      redirect(backToSubject(`/${org}`, documentSchema.parse(about)));
    },
  });
}
