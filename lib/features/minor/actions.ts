"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { recordMinorCall } from "@/lib/features/minor/write/mutations";
import { staffAction } from "@/lib/platform/request/action";
import { minorCallSchema } from "./schema";

export const submitMinorCall = staffAction({
  schema: minorCallSchema,
  verb: recordMinorCall,
  then: (_, org) => {
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/telephone/minors#note`);
  },
});
