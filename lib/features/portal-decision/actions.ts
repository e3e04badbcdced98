"use server";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { actInPortal, runInPortal } from "@/lib/platform/request/action";
import { decideRequest } from "@/lib/features/portal-decision/write/mutations";
import { formValues } from "@/lib/forms/form-values";
import { askSignature } from "@/lib/features/portal-decision/write/signature";
import { decisionSchema } from "./schema";

/** Options for the contact's passkey to sign what the form shows; null where it may not, or was changed. */
export async function askDecisionKey(
  contact: string,
  form: FormData,
): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const input = decisionSchema.safeParse(formValues(form));
  if (!input.success) return null;
  const outcome = await runInPortal(contact, (ctx) => askSignature(ctx, input.data));
  return outcome.ok ? outcome.value : null;
}

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
