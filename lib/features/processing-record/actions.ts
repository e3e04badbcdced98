"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act, staffAction } from "@/lib/platform/request/action";
import type { FormState } from "@/lib/forms/form-state";
import { fieldsOf } from "@/lib/forms/form-values";
import { LIST_COLUMNS } from "@/lib/domain/processing-record/list-columns";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { changeTogether } from "@/lib/features/processing-record/write/bulk";
import { bulkActSchema } from "./bulk-schema";
import { storeColumnChoice } from "@/lib/features/processing-record/write/store-column-choice";
import {
  createOwnRecord,
  createRecord,
  moveRecord,
  reviewRecord,
  saveRecordSection,
} from "@/lib/features/processing-record/write/mutations";
import {
  ownRecordCreateSchema,
  recordCreateSchema,
  recordMoveSchema,
  recordRestoreSchema,
  recordReviewSchema,
  sectionSaveSchema,
} from "./schema";
import { restoreRecord } from "@/lib/features/processing-record/write/restore";

export const addRecord = staffAction({
  schema: recordCreateSchema,
  verb: createRecord,
  then: ({ id }, org) => redirect(`${registerHref(org, "processor")}/${id}`),
});

export const addOwnRecord = staffAction({
  schema: ownRecordCreateSchema,
  verb: createOwnRecord,
  then: ({ id, capacity }, org) => redirect(`${registerHref(org, capacity)}/${id}`),
});

export async function saveSection(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: sectionSaveSchema,
    verb: saveRecordSection,
    message: "saved",
    then: ({ id, capacity }) => {
      revalidatePath(`/${org}`, "layout");
      redirect(`${registerHref(org, capacity)}/${id}#${String(form.get("section"))}`);
    },
  });
}

export const changeState = staffAction({
  schema: recordMoveSchema,
  verb: moveRecord,
  message: "moved",
  then: (_, org) => revalidatePath(`/${org}`, "layout"),
});

export const dateReview = staffAction({
  schema: recordReviewSchema,
  verb: reviewRecord,
  message: "reviewed",
  then: (_, org) => revalidatePath(`/${org}`, "layout"),
});

export const restoreVersion = staffAction({
  schema: recordRestoreSchema,
  verb: restoreRecord,
  then: ({ id, capacity }, org) => {
    revalidatePath(`/${org}`, "layout");
    redirect(`${registerHref(org, capacity)}/${id}/history`);
  },
});

export async function actOnRecords(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: bulkActSchema,
    verb: changeTogether,
    then: ({ changed, left }) => {
      revalidatePath(`/${org}`, "layout");
      const search = new URLSearchParams(String(form.get("filters") ?? ""));
      search.set("done", `${String(form.get("act"))}.${changed}.${left}`);
      const capacity = form.get("capacity") === "controller" ? "controller" : "processor";
      redirect(`${registerHref(org, capacity)}?${search}`);
    },
  });
}

/** Stores columns in the address and a cookie. */
export async function chooseColumns(
  { org, capacity }: { org: string; capacity: Capacity },
  form: FormData,
): Promise<void> {
  const named = fieldsOf(form, "column");
  const columns = await storeColumnChoice(
    capacity,
    LIST_COLUMNS.filter((column) => named.includes(column)),
  );
  const search = new URLSearchParams(String(form.get("filters") ?? ""));
  search.delete("columns");
  if (columns) search.set("columns", columns);
  const asked = search.toString();
  redirect(`${registerHref(org, capacity)}${asked && `?${asked}`}`);
}
