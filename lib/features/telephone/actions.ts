"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { saveHouseRule } from "@/lib/features/telephone/write/house";
import { act } from "@/lib/platform/request/action";
import { houseRuleSchema } from "./schema";

export async function submitHouseRule(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: houseRuleSchema,
    verb: saveHouseRule,
    then: () => {
      revalidatePath(`/${org}`, "layout");
      redirect(`/${org}/telephone/house`);
    },
  });
}
