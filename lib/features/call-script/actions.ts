"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { decideScript } from "@/lib/features/call-script/write/decisions";
import {
  createCallScript,
  moveCallScript,
  updateCallScript,
} from "@/lib/features/call-script/write/mutations";
import { recordReadings } from "@/lib/features/call-script/write/readings";
import { requestApproval } from "@/lib/features/call-script/write/requests";
import { act, actInPortal } from "@/lib/platform/request/action";
import {
  callScriptCreateSchema,
  callScriptMoveSchema,
  callScriptReadingSchema,
  callScriptRequestSchema,
  callScriptUpdateSchema,
  scriptDecisionSchema,
} from "./schema";

export async function addCallScript(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: callScriptCreateSchema,
    verb: createCallScript,
    then: ({ id }) => redirectToScript(org, id),
  });
}

export async function saveCallScript(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: callScriptUpdateSchema,
    verb: updateCallScript,
    then: ({ id }) => redirectToScript(org, id),
  });
}

export async function changeScriptState(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: callScriptMoveSchema,
    verb: moveCallScript,
    then: ({ id }) => redirectToScript(org, id),
  });
}

export async function askApproval(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: callScriptRequestSchema,
    verb: requestApproval,
    then: ({ id }) => redirectToScript(org, id, "#approval"),
  });
}

export async function submitReadings(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: callScriptReadingSchema,
    verb: recordReadings,
    then: ({ id }) => redirectToScript(org, id, "/agents"),
  });
}

export async function submitScriptDecision(
  contact: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: scriptDecisionSchema,
    verb: decideScript,
    about: ({ id }) => ({ noun: "call-script", id }),
    then: ({ id }) => {
      revalidatePath(`/portal/${contact}`, "layout");
      redirect(`/portal/${contact}/scripts/${id}`);
    },
  });
}

function redirectToScript(org: string, id: string, to = ""): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/telephone/scripts/${id}${to}`);
}
