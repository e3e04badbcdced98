"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { assignLine } from "@/lib/features/assignment/write/mutations";
import { staffAction } from "@/lib/platform/request/action";
import { assignmentSchema } from "./schema";

export const submitAssignment = staffAction({
  schema: assignmentSchema,
  verb: assignLine,
  then: ({ line }, org) => {
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/obligations/assign?line=${encodeURIComponent(line)}`);
  },
});
