"use server";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import {
  addNightContact,
  changeNightContact,
  endNightContact,
} from "@/lib/features/night-contact/write/mutations";
import { nightContactAddSchema, nightContactChangeSchema, nightContactEndSchema } from "./schema";

export async function submitNightContact(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: nightContactAddSchema,
    verb: addNightContact,
    then: ({ controllerId }) => redirect(`/${org}/controllers/${controllerId}#night`),
  });
}

export async function submitNightContactChange(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: nightContactChangeSchema,
    verb: changeNightContact,
    then: ({ controllerId }) => redirect(`/${org}/controllers/${controllerId}#night`),
  });
}

export async function submitNightContactEnd(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: nightContactEndSchema,
    verb: endNightContact,
    then: ({ controllerId }) => redirect(`/${org}/controllers/${controllerId}#night`),
  });
}
