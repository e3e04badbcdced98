"use server";
import { revalidatePath } from "next/cache";
import { askForOwnDossier } from "@/lib/features/audit/write/mutations";
import type { FormState } from "@/lib/forms/form-state";
import { actAsAuditor } from "@/lib/platform/request/action";
import { askSchema } from "./schema";

export async function submitDossier(grant: string, _state: FormState, form: FormData): Promise<FormState> {
  return actAsAuditor({
    grant,
    form,
    schema: askSchema,
    verb: askForOwnDossier,
    then: () => revalidatePath(`/audit/${grant}`),
  });
}
