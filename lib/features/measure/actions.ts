"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/platform/request/action";
import type { FormState } from "@/lib/forms/form-state";
import {
  adoptMeasures,
  createMeasure,
  restoreMeasure,
  retireMeasure,
  updateMeasure,
} from "@/lib/features/measure/write/mutations";
import {
  measureAdoptSchema,
  measureCreateSchema,
  measureRestoreSchema,
  measureRetireSchema,
  measureUpdateSchema,
} from "./schema";

export async function submitMeasureAdoption(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: measureAdoptSchema,
    verb: adoptMeasures,
    then: () => redirectTo(org, "/measures"),
  });
}

export async function addMeasure(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: measureCreateSchema,
    verb: createMeasure,
    then: ({ id }) => redirectTo(org, `/measures/${id}`),
  });
}

export async function saveMeasure(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: measureUpdateSchema,
    verb: updateMeasure,
    then: ({ id }) => redirectTo(org, `/measures/${id}`),
  });
}

export async function setMeasureAside(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: measureRetireSchema,
    verb: retireMeasure,
    then: ({ id }) => redirectTo(org, `/measures/${id}`),
  });
}

export async function submitMeasureRestore(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: measureRestoreSchema,
    verb: restoreMeasure,
    message: "restored",
    then: () => revalidatePath(`/${org}`, "layout"),
  });
}

function redirectTo(org: string, path: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}${path}`);
}
