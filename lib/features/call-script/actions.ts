"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formValues } from "@/lib/forms/form-values";
import { decideScript } from "@/lib/features/call-script/write/decisions";
import {
  createCallScript,
  moveCallScript,
  updateCallScript,
} from "@/lib/features/call-script/write/mutations";
import { recordReadings } from "@/lib/features/call-script/write/readings";
import { askScriptSignature } from "@/lib/features/call-script/write/signature";
import { requestApproval } from "@/lib/features/call-script/write/requests";
import { contactAction, runInPortal, staffAction } from "@/lib/platform/request/action";
import {
  callScriptCreateSchema,
  callScriptMoveSchema,
  callScriptReadingSchema,
  callScriptRequestSchema,
  callScriptUpdateSchema,
  scriptDecisionSchema,
} from "./schema";

export const addCallScript = staffAction({
  schema: callScriptCreateSchema,
  verb: createCallScript,
  then: ({ id }, org) => redirectToScript(org, id),
});

export const saveCallScript = staffAction({
  schema: callScriptUpdateSchema,
  verb: updateCallScript,
  then: ({ id }, org) => redirectToScript(org, id),
});

export const changeScriptState = staffAction({
  schema: callScriptMoveSchema,
  verb: moveCallScript,
  then: ({ id }, org) => redirectToScript(org, id),
});

export const askApproval = staffAction({
  schema: callScriptRequestSchema,
  verb: requestApproval,
  then: ({ id }, org) => redirectToScript(org, id, "#approval"),
});

export const submitReadings = staffAction({
  schema: callScriptReadingSchema,
  verb: recordReadings,
  then: ({ id }, org) => redirectToScript(org, id, "/agents"),
});

export const submitScriptDecision = contactAction({
  schema: scriptDecisionSchema,
  verb: decideScript,
  about: ({ id }) => ({ noun: "call-script", id }),
  then: ({ id }, contact) => {
    revalidatePath(`/portal/${contact}`, "layout");
    redirect(`/portal/${contact}/scripts/${id}`);
  },
});

/** Options for the passkey that signs an answer; null where the form is refused. */
export async function askScriptKey(contact: string, form: FormData) {
  const input = scriptDecisionSchema.safeParse(formValues(form));
  if (!input.success) return null;
  const outcome = await runInPortal(contact, (ctx) => askScriptSignature(ctx, input.data));
  return outcome.ok ? outcome.value : null;
}

function redirectToScript(org: string, id: string, to = ""): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/telephone/scripts/${id}${to}`);
}
