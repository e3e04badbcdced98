"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
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

export async function startBreach(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: breachBeginSchema,
    verb: beginBreach,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function saveFact(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: factAddSchema,
    verb: addFact,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function saveControllerPlace(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: controllerPlaceSchema,
    verb: placeController,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function saveConfirmations(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: controllersConfirmSchema,
    verb: confirmControllers,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function stepBreach(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: breachMoveSchema,
    verb: moveBreach,
    then: ({ id }) => redirectTo(org, id),
  });
}

function redirectTo(org: string, id: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/breaches/${id}`);
}
