"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { recordMinorCall } from "@/lib/features/minor/write/mutations";
import { act } from "@/lib/platform/request/action";
import { minorCallSchema } from "./schema";

export async function submitMinorCall(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: minorCallSchema,
    verb: recordMinorCall,
    then: () => {
      revalidatePath(`/${org}`, "layout");
      redirect(`/${org}/telephone/minors#note`);
    },
  });
}
