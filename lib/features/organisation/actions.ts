"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/platform/action";
import type { FormState } from "@/lib/domain/form-state";
import { updateOrganisation } from "./mutations";
import { organisationSchema } from "./schema";

export async function saveOrganisation(org: string, _state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    schema: organisationSchema,
    verb: updateOrganisation,
    then: () => {
      revalidatePath(`/${org}`, "layout");
      redirect(`/${org}/organisation`);
    },
  });
}
