"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { cancelDossier, requestOwnDossier, retryDossier } from "@/lib/features/dossier/write/mutations";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import { dossierFormSchema, dossierIdSchema } from "./schema";

export async function askForDossier(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: dossierFormSchema,
    verb: requestOwnDossier,
    then: ({ id }) => redirect(`/${org}/dossiers/${id}`),
  });
}

export async function stopDossier(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: dossierIdSchema,
    verb: cancelDossier,
    then: () => revalidatePath(`/${org}/dossiers`, "layout"),
  });
}

export async function restartDossier(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: dossierIdSchema,
    verb: retryDossier,
    then: () => revalidatePath(`/${org}/dossiers`, "layout"),
  });
}
