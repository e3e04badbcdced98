"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { confirmHoliday, takeBackHoliday } from "@/lib/features/holiday/write/mutations";
import { staffAction } from "@/lib/platform/request/action";
import { holidayConfirmSchema, holidayTakeBackSchema } from "./schema";

export const submitHoliday = staffAction({
  schema: holidayConfirmSchema,
  verb: confirmHoliday,
  then: (_, org) => openHolidays(org),
});

export const submitHolidayTakeBack = staffAction({
  schema: holidayTakeBackSchema,
  verb: takeBackHoliday,
  then: (_, org) => openHolidays(org),
});

/** Every clock counts a holiday, so every page is read anew. */
function openHolidays(org: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/obligations/holidays`);
}
