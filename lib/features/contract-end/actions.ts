"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/domain/form-state";
import { act } from "@/lib/platform/action";
import { closeEnd, turnEnd } from "./closing";
import { addLine, answerLine, beginEnd, drawAgain } from "./mutations";
import {
  endBeginSchema,
  endCloseSchema,
  endTurnSchema,
  lineAddSchema,
  lineAnswerSchema,
  linesDrawSchema,
} from "./schema";

export async function beginRun(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({ org, form, state, schema: endBeginSchema, verb: beginEnd, then: ({ id }) => leadTo(org, id) });
}

/** Back to the line, which now says what was answered and which comes next. */
export async function keepAnswer(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: lineAnswerSchema,
    verb: answerLine,
    then: ({ id }) => leadTo(org, `lines/${id}`),
  });
}

export async function listLine(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({ org, form, state, schema: lineAddSchema, verb: addLine, then: ({ id }) => leadTo(org, id) });
}

export async function drawLines(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: linesDrawSchema,
    verb: drawAgain,
    then: ({ id }) => leadTo(org, id),
  });
}

export async function closeRun(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({ org, form, state, schema: endCloseSchema, verb: closeEnd, then: ({ id }) => leadTo(org, id) });
}

export async function turnRun(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({ org, form, state, schema: endTurnSchema, verb: turnEnd, then: ({ id }) => leadTo(org, id) });
}

function leadTo(org: string, to: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/contracts/end/${to}`);
}
