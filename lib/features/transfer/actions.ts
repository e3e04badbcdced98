"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/platform/request/action";
import type { FormState } from "@/lib/forms/form-state";
import {
  createTransfer,
  linkTransfer,
  moveTransfer,
  saveTransferSection,
} from "@/lib/features/transfer/write/mutations";
import {
  transferCreateSchema,
  transferLinkSchema,
  transferMoveSchema,
  transferSectionSchema,
} from "./schema";

export async function addTransfer(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: transferCreateSchema,
    verb: createTransfer,
    then: ({ id }) => redirectToTransfer(org, id),
  });
}

export async function saveSection(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: transferSectionSchema,
    verb: saveTransferSection,
    then: ({ id }) => redirectToTransfer(org, id, `#${String(form.get("section"))}`),
  });
}

export async function changeLink(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: transferLinkSchema,
    verb: linkTransfer,
    then: ({ id }) => redirectToTransfer(org, id),
  });
}

export async function changeState(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: transferMoveSchema,
    verb: moveTransfer,
    then: ({ id }) => redirectToTransfer(org, id),
  });
}

function redirectToTransfer(org: string, id: string, to = ""): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/transfers/${id}${to}`);
}
