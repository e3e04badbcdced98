"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import { changeContactSight } from "@/lib/features/controller-merge/write/contact-sight";
import { mergeControllers } from "@/lib/features/controller-merge/write/mutations";
import { unmergeController } from "@/lib/features/controller-merge/write/undo";
import { contactSightSchema, controllerMergeSchema, controllerUnmergeSchema } from "./schema";

export async function mergeClients(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: controllerMergeSchema,
    verb: mergeControllers,
    then: ({ id }) => {
      revalidatePath(`/${org}`, "layout");
      redirect(`/${org}/controllers/${id}`);
    },
  });
}

export async function undoMerge(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: controllerUnmergeSchema,
    verb: unmergeController,
    then: ({ id }) => {
      revalidatePath(`/${org}`, "layout");
      redirect(`/${org}/controllers/${id}`);
    },
  });
}

export async function submitContactSight(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: contactSightSchema,
    verb: changeContactSight,
    message: "saved",
    then: ({ id }) => revalidatePath(`/${org}/controllers/contacts/${id}`),
  });
}
