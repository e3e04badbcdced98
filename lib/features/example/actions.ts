"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { staffAction } from "@/lib/platform/request/action";
import { clearExample, fillExample } from "@/lib/features/example/write/mutations";
import { exampleClearSchema, exampleFillSchema } from "./schema";

export const submitExampleFilling = staffAction({
  schema: exampleFillSchema,
  verb: fillExample,
  then: (_, org) => redirectHome(org),
});

export const submitExampleClearing = staffAction({
  schema: exampleClearSchema,
  verb: clearExample,
  then: (_, org) => redirectHome(org),
});

/** Revalidates everything: each page shows whether the organisation holds the example. */
function redirectHome(org: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}`);
}
