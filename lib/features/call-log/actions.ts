"use server";
import { revalidatePath } from "next/cache";
import { clearLog, closeFinding, decideOutcomes, judgeAgain } from "@/lib/features/call-log/write/mutations";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import { closingSchema, logIdSchema, outcomesFormSchema } from "./schema";

export async function submitOutcomes(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: outcomesFormSchema,
    verb: decideOutcomes,
    then: refresh(org),
  });
}

export async function submitJudgeAgain(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({ org, form, state, schema: logIdSchema, verb: judgeAgain, then: refresh(org) });
}

export async function submitClosing(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({ org, form, state, schema: closingSchema, verb: closeFinding, then: refresh(org) });
}

export async function submitClearing(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({ org, form, state, schema: logIdSchema, verb: clearLog, then: refresh(org) });
}

function refresh(org: string) {
  return () => revalidatePath(`/${org}/telephone/logs`, "layout");
}
