"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/domain/form-state";
import { act } from "@/lib/platform/action";
import { clearExample, fillExample } from "./mutations";
import { exampleClearSchema, exampleFillSchema } from "./schema";

export async function putExample(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: exampleFillSchema,
    verb: fillExample,
    then: () => leave(org),
  });
}

export async function takeExampleAway(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: exampleClearSchema,
    verb: clearExample,
    then: () => leave(org),
  });
}

/** Every page says whether there is an example: none may be shown as it was. */
function leave(org: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}`);
}
