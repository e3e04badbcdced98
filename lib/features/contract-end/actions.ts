"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import { closeEnd, changeEnd } from "@/lib/features/contract-end/write/closing";
import { addLine, answerLine, beginEnd, replanLines } from "@/lib/features/contract-end/write/mutations";
import {
  endBeginSchema,
  endCloseSchema,
  runEventSchema,
  lineAddSchema,
  lineAnswerSchema,
  linesDrawSchema,
} from "./schema";

export async function beginRun(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: endBeginSchema,
    verb: beginEnd,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function submitAnswer(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: lineAnswerSchema,
    verb: answerLine,
    then: ({ id }) => redirectTo(org, `lines/${id}`),
  });
}

export async function listLine(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: lineAddSchema,
    verb: addLine,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function drawLines(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: linesDrawSchema,
    verb: replanLines,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function closeRun(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: endCloseSchema,
    verb: closeEnd,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function submitRunEvent(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: runEventSchema,
    verb: changeEnd,
    then: ({ id }) => redirectTo(org, id),
  });
}

function redirectTo(org: string, to: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/contracts/end/${to}`);
}
