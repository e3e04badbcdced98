"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { staffAction } from "@/lib/platform/request/action";
import { putContractColumns } from "@/lib/features/contract-import/write/put-columns";
import { commitContracts } from "@/lib/features/contract-import/write/mutations";
import { contractColumnsSchema, contractCommitSchema } from "./schema";

/** Remembers the columns, and shows the file read so: the address holds them. */
export const saveContractColumns = staffAction({
  schema: contractColumnsSchema,
  verb: putContractColumns,
  then: ({ file, columns, clients, dateOrder }, org) => {
    const address = new URLSearchParams({ file, columns: columns.join(",") });
    if (dateOrder) address.set("dateOrder", dateOrder);
    for (const [name, id] of clients) address.append("clients", `${id} ${name}`);
    redirect(`/${org}/contracts/import?${address.toString()}`);
  },
});

export const submitContractImport = staffAction({
  schema: contractCommitSchema,
  verb: commitContracts,
  then: (_, org) => {
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/contracts`);
  },
});
