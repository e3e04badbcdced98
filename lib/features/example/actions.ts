"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import { clearExample, fillExample } from "@/lib/features/example/write/mutations";
import { exampleClearSchema, exampleFillSchema } from "./schema";

export async function submitExampleFilling(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: exampleFillSchema,
    verb: fillExample,
    then: () => redirectHome(org),
  });
}

export async function submitExampleClearing(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: exampleClearSchema,
    verb: clearExample,
    then: () => redirectHome(org),
  });
}

/** Revalidates everything: each page shows whether the organisation holds the example. */
function redirectHome(org: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}`);
}
