"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { decideScript } from "@/lib/features/call-script/write/decisions";
import {
  createCallScript,
  moveCallScript,
  updateCallScript,
} from "@/lib/features/call-script/write/mutations";
import { recordReadings } from "@/lib/features/call-script/write/readings";
import { requestApproval } from "@/lib/features/call-script/write/requests";
import { contactAction, staffAction } from "@/lib/platform/request/action";
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

function redirectToScript(org: string, id: string, to = ""): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/telephone/scripts/${id}${to}`);
}
