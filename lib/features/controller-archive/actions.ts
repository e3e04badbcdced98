"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { staffAction } from "@/lib/platform/request/action";
import { archiveController } from "@/lib/features/controller-archive/write/mutations";
import { controllerArchiveSchema } from "./schema";

export const setControllerAside = staffAction({
  schema: controllerArchiveSchema,
  verb: archiveController,
  then: ({ id }, org) => {
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/controllers/${id}`);
  },
});
