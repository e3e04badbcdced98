"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { staffAction } from "@/lib/platform/request/action";
import { confirmControllers } from "@/lib/features/breach/write/confirm";
import { moveBreach } from "@/lib/features/breach/write/move";
import { addFact, beginBreach, placeController } from "@/lib/features/breach/write/mutations";
import {
  breachBeginSchema,
  breachMoveSchema,
  controllerPlaceSchema,
  controllersConfirmSchema,
  factAddSchema,
} from "./schema";

export const startBreach = staffAction({
  schema: breachBeginSchema,
  verb: beginBreach,
  then: ({ id }, org) => redirectTo(org, id),
});

export const saveFact = staffAction({
  schema: factAddSchema,
  verb: addFact,
  then: ({ id }, org) => redirectTo(org, id),
});

export const saveControllerPlace = staffAction({
  schema: controllerPlaceSchema,
  verb: placeController,
  then: ({ id }, org) => redirectTo(org, id),
});

export const saveConfirmations = staffAction({
  schema: controllersConfirmSchema,
  verb: confirmControllers,
  then: ({ id }, org) => redirectTo(org, id),
});

export const stepBreach = staffAction({
  schema: breachMoveSchema,
  verb: moveBreach,
  then: ({ id }, org) => redirectTo(org, id),
});

function redirectTo(org: string, id: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/breaches/${id}`);
}
