"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/platform/action";
import type { FormState } from "@/lib/domain/form-state";
import { createRecord, moveRecord, reviewRecord, saveRecordSection } from "./mutations";
import { recordCreateSchema, recordMoveSchema, recordReviewSchema, sectionSaveSchema } from "./schema";

export async function addRecord(org: string, _state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    schema: recordCreateSchema,
    verb: createRecord,
    then: ({ id }) => redirect(`/${org}/records/${id}`),
  });
}

export async function saveSection(org: string, _state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    schema: sectionSaveSchema,
    verb: saveRecordSection,
    message: "saved",
    then: ({ id }) => {
      revalidatePath(`/${org}`, "layout");
      redirect(`/${org}/records/${id}#${String(form.get("section"))}`);
    },
  });
}

export async function changeState(org: string, _state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    schema: recordMoveSchema,
    verb: moveRecord,
    message: "moved",
    then: () => revalidatePath(`/${org}`, "layout"),
  });
}

export async function dateReview(org: string, _state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    schema: recordReviewSchema,
    verb: reviewRecord,
    message: "reviewed",
    then: () => revalidatePath(`/${org}`, "layout"),
  });
}
