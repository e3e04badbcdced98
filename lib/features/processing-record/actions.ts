"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/platform/action";
import type { FormState } from "@/lib/domain/form-state";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import { createOwnRecord, createRecord, moveRecord, reviewRecord, saveRecordSection } from "./mutations";
import {
  ownRecordCreateSchema,
  recordCreateSchema,
  recordMoveSchema,
  recordRestoreSchema,
  recordReviewSchema,
  sectionSaveSchema,
} from "./schema";
import { restoreRecord } from "./restore";

export async function addRecord(org: string, _state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    schema: recordCreateSchema,
    verb: createRecord,
    then: ({ id }) => redirect(`${registerHref(org, "processor")}/${id}`),
  });
}

export async function addOwnRecord(org: string, _state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    schema: ownRecordCreateSchema,
    verb: createOwnRecord,
    then: ({ id, capacity }) => redirect(`${registerHref(org, capacity)}/${id}`),
  });
}

export async function saveSection(org: string, _state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    schema: sectionSaveSchema,
    verb: saveRecordSection,
    message: "saved",
    then: ({ id, capacity }) => {
      revalidatePath(`/${org}`, "layout");
      redirect(`${registerHref(org, capacity)}/${id}#${String(form.get("section"))}`);
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

export async function restoreVersion(org: string, _state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    schema: recordRestoreSchema,
    verb: restoreRecord,
    then: ({ id, capacity }) => {
      revalidatePath(`/${org}`, "layout");
      redirect(`${registerHref(org, capacity)}/${id}/history`);
    },
  });
}
