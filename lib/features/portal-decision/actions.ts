"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { actInPortal } from "@/lib/platform/request/action";
import { decideRequest } from "@/lib/features/portal-decision/write/mutations";
import { decisionSchema } from "./schema";

export async function sendDecision(contact: string, state: FormState, form: FormData): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: decisionSchema,
    about: ({ decision }) => ({ noun: "authorisation", id: decision.id }),
    verb: decideRequest,
    // Leads to the confirmation and its certificate, away from the form.
    then: ({ id, version }) => {
      revalidatePath(`/portal/${contact}`, "layout");
      redirect(`/portal/${contact}/requests/${id}?signed=${version}#decisions`);
    },
  });
}
