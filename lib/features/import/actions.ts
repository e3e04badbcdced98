"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act, staffAction } from "@/lib/platform/request/action";
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
export const saveSheet = staffAction({
  schema: sheetSchema,
  verb: chooseSheets,
  then: ({ id }, org) => redirect(`/${org}/records/import/${id}?step=columns`),
});

/** Shows the columns again as read by these choices. */
export const saveReading = staffAction({
  schema: readingSchema,
  verb: chooseReading,
  then: ({ id }, org) => redirect(`/${org}/records/import/${id}?step=columns`),
});

export const saveColumns = staffAction({
  schema: columnsSchema,
  verb: mapColumns,
  then: ({ id }, org) => redirect(`/${org}/records/import/${id}?step=check`),
});

export const saveDecisions = staffAction({
  schema: decisionsSchema,
  verb: decideImport,
  message: "decided",
  then: (_, org) => revalidatePath(`/${org}/records/import`, "layout"),
});

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

export const submitAbandonment = staffAction({
  schema: abandonSchema,
  verb: abandonImport,
  then: (_, org) => redirect(`/${org}/records/import`),
});

/** Ends a running commit; the page shows the check again. */
export const stop = staffAction({
  schema: stopSchema,
  verb: stopImport,
  then: ({ id }, org) => redirect(`/${org}/records/import/${id}?step=check`),
});
