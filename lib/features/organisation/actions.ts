"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act, staffAction } from "@/lib/platform/request/action";
import type { FormState } from "@/lib/forms/form-state";
import { removeLogo, saveOrganisationSection } from "@/lib/features/organisation/write/mutations";
import { logoSchema, sectionSaveSchema } from "./schema";

export async function saveSection(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: sectionSaveSchema,
    verb: saveOrganisationSection,
    then: () => {
      revalidatePath(`/${org}`, "layout");
      redirect(`/${org}/organisation#${String(form.get("section"))}`);
    },
  });
}

export const submitLogoRemoval = staffAction({
  schema: logoSchema,
  verb: removeLogo,
  then: (_, org) => {
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/organisation#logo`);
  },
});
