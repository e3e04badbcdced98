"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { staffAction } from "@/lib/platform/request/action";
import {
  createController,
  restoreController,
  updateController,
} from "@/lib/features/controller/write/mutations";
import { controllerRestoreSchema, controllerSchema, controllerUpdateSchema } from "./schema";

export const addController = staffAction({
  schema: controllerSchema,
  verb: createController,
  then: ({ id }, org) => redirect(`/${org}/controllers/${id}`),
});

export const saveController = staffAction({
  schema: controllerUpdateSchema,
  verb: updateController,
  then: ({ id }, org) => {
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/controllers/${id}`);
  },
});

export const submitControllerRestore = staffAction({
  schema: controllerRestoreSchema,
  verb: restoreController,
  message: "restored",
  then: (_, org) => revalidatePath(`/${org}`, "layout"),
});
