"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act, staffAction } from "@/lib/platform/request/action";
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

export const addTransfer = staffAction({
  schema: transferCreateSchema,
  verb: createTransfer,
  then: ({ id }, org) => redirectToTransfer(org, id),
});

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

export const changeLink = staffAction({
  schema: transferLinkSchema,
  verb: linkTransfer,
  then: ({ id }, org) => redirectToTransfer(org, id),
});

export const changeState = staffAction({
  schema: transferMoveSchema,
  verb: moveTransfer,
  then: ({ id }, org) => redirectToTransfer(org, id),
});

function redirectToTransfer(org: string, id: string, to = ""): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/transfers/${id}${to}`);
}
