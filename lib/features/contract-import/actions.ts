"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/platform/request/action";
import type { FormState } from "@/lib/forms/form-state";
import { commitContracts } from "@/lib/features/contract-import/write/mutations";
import { contractCommitSchema } from "./schema";

export async function submitContractImport(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: contractCommitSchema,
    verb: commitContracts,
    then: () => {
      revalidatePath(`/${org}`, "layout");
      redirect(`/${org}/contracts`);
    },
  });
}
