"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import { archiveController } from "@/lib/features/controller-archive/write/mutations";
import { controllerArchiveSchema } from "./schema";

export async function setControllerAside(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: controllerArchiveSchema,
    verb: archiveController,
    then: ({ id }) => {
      revalidatePath(`/${org}`, "layout");
      redirect(`/${org}/controllers/${id}`);
    },
  });
}
