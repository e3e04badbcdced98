"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { staffAction } from "@/lib/platform/request/action";
import { changeContactSight } from "@/lib/features/controller-merge/write/contact-sight";
import { mergeControllers } from "@/lib/features/controller-merge/write/mutations";
import { unmergeController } from "@/lib/features/controller-merge/write/undo";
import { contactSightSchema, controllerMergeSchema, controllerUnmergeSchema } from "./schema";

export const mergeClients = staffAction({
  schema: controllerMergeSchema,
  verb: mergeControllers,
  then: ({ id }, org) => {
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/controllers/${id}`);
  },
});

export const undoMerge = staffAction({
  schema: controllerUnmergeSchema,
  verb: unmergeController,
  then: ({ id }, org) => {
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/controllers/${id}`);
  },
});

export const submitContactSight = staffAction({
  schema: contactSightSchema,
  verb: changeContactSight,
  message: "saved",
  then: ({ id }, org) => revalidatePath(`/${org}/controllers/contacts/${id}`),
});
