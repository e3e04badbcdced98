"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { lastOf } from "@/lib/domain/invariant/required";
import { act } from "@/lib/platform/request/action";
import type { FormState } from "@/lib/forms/form-state";
import { saveAmendment, withdrawAmendment } from "@/lib/features/contract/write/amendments";
import { saveInstructor } from "@/lib/features/contract/write/instructors";
import {
  createContract,
  moveContract,
  renameContract,
  saveContractSection,
} from "@/lib/features/contract/write/mutations";
import {
  amendmentSaveSchema,
  amendmentWithdrawSchema,
  contractCreateSchema,
  contractMoveSchema,
  contractRenameSchema,
  contractSectionSchema,
  instructorSaveSchema,
} from "./schema";

export async function addContract(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: contractCreateSchema,
    verb: createContract,
    then: ({ id }) => redirect(`/${org}/contracts/${id}`),
  });
}

export async function nameContract(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: contractRenameSchema,
    verb: renameContract,
    then: ({ id }) => redirectToContract(org, id),
  });
}

export async function saveSection(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: contractSectionSchema,
    verb: saveContractSection,
    then: ({ id }) => {
      const amendment = String(form.get("amendment") ?? "");
      redirectToContract(org, id, amendment ? `/amendments/${amendment}` : `#${String(form.get("section"))}`);
    },
  });
}

export async function submitAmendment(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: amendmentSaveSchema,
    verb: saveAmendment,
    then: ({ id, content }) => {
      const stored = String(form.get("amendment") || lastOf(content.amendments).id);
      redirectToContract(org, id, `/amendments/${stored}`);
    },
  });
}

export async function submitAmendmentWithdrawal(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: amendmentWithdrawSchema,
    verb: withdrawAmendment,
    then: ({ id }) => redirectToContract(org, id, "#amendments"),
  });
}

export async function submitInstructor(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: instructorSaveSchema,
    verb: saveInstructor,
    then: ({ id }) => redirectToContract(org, id, "#instructors"),
  });
}

export async function changeState(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: contractMoveSchema,
    verb: moveContract,
    then: ({ id }) => redirectToContract(org, id),
  });
}

function redirectToContract(org: string, id: string, to = ""): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/contracts/${id}${to}`);
}
