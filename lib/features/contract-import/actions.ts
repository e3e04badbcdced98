"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/platform/request/action";
import type { FormState } from "@/lib/forms/form-state";
import { putContractColumns } from "@/lib/features/contract-import/write/put-columns";
import { commitContracts } from "@/lib/features/contract-import/write/mutations";
import { contractColumnsSchema, contractCommitSchema } from "./schema";

/** Remembers the columns, and shows the file read so: the address holds them. */
export async function saveContractColumns(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: contractColumnsSchema,
    verb: putContractColumns,
    then: ({ file, columns, clients }) => {
      const address = new URLSearchParams({ file, columns: columns.join(",") });
      for (const [name, id] of clients) address.append("clients", `${id} ${name}`);
      redirect(`/${org}/contracts/import?${address.toString()}`);
    },
  });
}

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
