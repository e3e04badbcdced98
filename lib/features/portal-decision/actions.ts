"use server";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { contactAction, runInPortal } from "@/lib/platform/request/action";
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

export const sendDecision = contactAction({
  schema: decisionSchema,
  about: ({ decision }) => ({ noun: "authorisation", id: decision.id }),
  verb: decideRequest,
  then: ({ id, version }, contact) => {
    revalidatePath(`/portal/${contact}`, "layout");
    redirect(`/portal/${contact}/requests/${id}?signed=${version}#decisions`);
  },
});
