"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import { commitOrFollow, stopImport } from "@/lib/features/import/write/commit";
import {
  abandonImport,
  chooseReading,
  chooseSheets,
  decideImport,
  mapColumns,
} from "@/lib/features/import/write/mutations";
import {
  abandonSchema,
  columnsSchema,
  commitSchema,
  decisionsSchema,
  readingSchema,
  sheetSchema,
  stopSchema,
} from "./schema";

/** The sheet that is the register, then on to its columns. */
export async function saveSheet(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: sheetSchema,
    verb: chooseSheets,
    then: ({ id }) => redirect(`/${org}/records/import/${id}?step=columns`),
  });
}

/** How the file is to be read; its columns show at once what that changes. */
export async function saveReading(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: readingSchema,
    verb: chooseReading,
    then: ({ id }) => redirect(`/${org}/records/import/${id}?step=columns`),
  });
}

/** Columns as corrected by hand, then on to the check. */
export async function saveColumns(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: columnsSchema,
    verb: mapColumns,
    then: ({ id }) => redirect(`/${org}/records/import/${id}?step=check`),
  });
}

export async function saveDecisions(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: decisionsSchema,
    verb: decideImport,
    message: "decided",
    then: () => revalidatePath(`/${org}/records/import`, "layout"),
  });
}

/** Writes what the check showed; a long one goes on, and its page says how far it is. */
export async function commit(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: commitSchema,
    verb: commitOrFollow,
    then: () => {
      revalidatePath(`/${org}`, "layout");
      redirect(`/${org}/records/import/${String(form.get("id"))}?step=check`);
    },
  });
}

export async function abandon(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: abandonSchema,
    verb: abandonImport,
    then: () => redirect(`/${org}/records/import`),
  });
}

/** Ends a commit that is at work; its check is shown again. */
export async function stop(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: stopSchema,
    verb: stopImport,
    then: ({ id }) => redirect(`/${org}/records/import/${id}?step=check`),
  });
}
