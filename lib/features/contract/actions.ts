"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { isClauseFamily } from "@/lib/domain/contract/clause-families";
import { lastOf } from "@/lib/domain/invariant/required";
import { act, staffAction } from "@/lib/platform/request/action";
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

export const addContract = staffAction({
  schema: contractCreateSchema,
  verb: createContract,
  then: ({ id }, org) => redirect(`/${org}/contracts/${id}`),
});

export const nameContract = staffAction({
  schema: contractRenameSchema,
  verb: renameContract,
  then: ({ id }, org) => redirectToContract(org, id),
});

export async function saveSection(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: contractSectionSchema,
    verb: saveContractSection,
    then: ({ id }) => {
      const amendment = String(form.get("amendment") ?? "");
      const next = String(form.get("next") ?? "");
      if (isClauseFamily(next)) {
        const query = new URLSearchParams({ family: next });
        if (amendment) query.set("amendment", amendment);
        const document = String(form.get("document") ?? "");
        if (document) query.set("document", document);
        redirectToContract(org, id, `/edit/clauses?${query.toString()}`);
      }
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

export const submitAmendmentWithdrawal = staffAction({
  schema: amendmentWithdrawSchema,
  verb: withdrawAmendment,
  then: ({ id }, org) => redirectToContract(org, id, "#amendments"),
});

export const submitInstructor = staffAction({
  schema: instructorSaveSchema,
  verb: saveInstructor,
  then: ({ id }, org) => redirectToContract(org, id, "#instructors"),
});

export const changeState = staffAction({
  schema: contractMoveSchema,
  verb: moveContract,
  then: ({ id }, org) => redirectToContract(org, id),
});

function redirectToContract(org: string, id: string, to = ""): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/contracts/${id}${to}`);
}
