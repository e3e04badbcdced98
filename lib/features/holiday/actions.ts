"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { confirmHoliday, takeBackHoliday } from "@/lib/features/holiday/write/mutations";
import { act } from "@/lib/platform/request/action";
import { holidayConfirmSchema, holidayTakeBackSchema } from "./schema";

export async function submitHoliday(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: holidayConfirmSchema,
    verb: confirmHoliday,
    then: () => openHolidays(org),
  });
}

export async function submitHolidayTakeBack(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: holidayTakeBackSchema,
    verb: takeBackHoliday,
    then: () => openHolidays(org),
  });
}

/** Every clock counts a holiday, so every page is read anew. */
function openHolidays(org: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/obligations/holidays`);
}
