"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/platform/request/action";
import type { FormState } from "@/lib/forms/form-state";
import {
  createSubProcessor,
  moveSubProcessor,
  removeChainLink,
  saveChainLink,
  saveSubProcessorSection,
} from "@/lib/features/sub-processor/write/mutations";
import {
  chainLinkRemoveSchema,
  chainLinkSaveSchema,
  subProcessorCreateSchema,
  subProcessorMoveSchema,
  subProcessorSectionSchema,
} from "./schema";

export async function addSubProcessor(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: subProcessorCreateSchema,
    verb: createSubProcessor,
    then: ({ id }) => redirectToSubProcessor(org, id),
  });
}

export async function saveSection(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: subProcessorSectionSchema,
    verb: saveSubProcessorSection,
    then: ({ id }) => redirectToSubProcessor(org, id, `#${String(form.get("section"))}`),
  });
}

export async function saveLink(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: chainLinkSaveSchema,
    verb: saveChainLink,
    then: ({ id }) => redirectToSubProcessor(org, id, "#chain"),
  });
}

export async function removeLink(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: chainLinkRemoveSchema,
    verb: removeChainLink,
    then: ({ id }) => redirectToSubProcessor(org, id, "#chain"),
  });
}

export async function changeState(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: subProcessorMoveSchema,
    verb: moveSubProcessor,
    then: ({ id }) => redirectToSubProcessor(org, id),
  });
}

function redirectToSubProcessor(org: string, id: string, to = ""): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/sub-processors/${id}${to}`);
}
