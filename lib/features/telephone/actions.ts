"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { saveHouseRule } from "@/lib/features/telephone/write/house";
import { staffAction } from "@/lib/platform/request/action";
import { houseRuleSchema } from "./schema";

export const submitHouseRule = staffAction({
  schema: houseRuleSchema,
  verb: saveHouseRule,
  then: (_, org) => {
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/telephone/house`);
  },
});
