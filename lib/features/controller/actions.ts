"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/platform/request/action";
import type { FormState } from "@/lib/forms/form-state";
import {
  createController,
  restoreController,
  updateController,
} from "@/lib/features/controller/write/mutations";
import { controllerRestoreSchema, controllerSchema, controllerUpdateSchema } from "./schema";

export async function addController(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: controllerSchema,
    verb: createController,
    then: ({ id }) => redirect(`/${org}/controllers/${id}`),
  });
}

export async function saveController(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: controllerUpdateSchema,
    verb: updateController,
    then: ({ id }) => {
      revalidatePath(`/${org}`, "layout");
      redirect(`/${org}/controllers/${id}`);
    },
  });
}

export async function submitControllerRestore(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: controllerRestoreSchema,
    verb: restoreController,
    message: "restored",
    then: () => revalidatePath(`/${org}`, "layout"),
  });
}
