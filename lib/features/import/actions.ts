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

/** Selects the register's sheets, then leads to the columns. */
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

/** Shows the columns again as read by these choices. */
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

/** Redirects a long commit to the page of its progress. */
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

export async function submitAbandonment(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: abandonSchema,
    verb: abandonImport,
    then: () => redirect(`/${org}/records/import`),
  });
}

/** Ends a running commit; the page shows the check again. */
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
