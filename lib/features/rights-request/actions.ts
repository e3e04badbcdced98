"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { staffAction } from "@/lib/platform/request/action";
import { receiveRequest, recordEvent } from "@/lib/features/rights-request/write/mutations";
import { answerSame } from "@/lib/features/rights-request/write/same";
import { answerStopQuestion } from "@/lib/features/rights-request/write/stop-question";
import { readNumber } from "@/lib/features/rights-request/write/number";
import { eraseRequest, saveRule } from "@/lib/features/rights-request/write/retention";
import {
  numberReadSchema,
  requestEraseSchema,
  requestEventSchema,
  requestReceiveSchema,
  sameRequestSchema,
  stopAnswerSchema,
  retentionRuleSchema,
} from "./schema";

export const submitRequest = staffAction({
  schema: requestReceiveSchema,
  verb: receiveRequest,
  then: ({ id }, org) => redirectTo(org, id),
});

export const submitEvent = staffAction({
  schema: requestEventSchema,
  verb: recordEvent,
  then: ({ id }, org) => redirectTo(org, id),
});

export const submitReading = staffAction({
  schema: numberReadSchema,
  verb: readNumber,
  then: ({ id }, org) => redirectTo(org, id),
});

export const submitStopAnswer = staffAction({
  schema: stopAnswerSchema,
  verb: answerStopQuestion,
  then: ({ id }, org) => redirectTo(org, id),
});

export const submitSame = staffAction({
  schema: sameRequestSchema,
  verb: answerSame,
  then: ({ id }, org) => redirectTo(org, id),
});

export const submitErasure = staffAction({
  schema: requestEraseSchema,
  verb: eraseRequest,
  then: ({ id }, org) => redirectTo(org, id),
});

export const submitRetention = staffAction({
  schema: retentionRuleSchema,
  verb: saveRule,
  then: (_, org) => redirect(`/${org}/rights-requests/retention`),
});

function redirectTo(org: string, id: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/rights-requests/${id}`);
}
