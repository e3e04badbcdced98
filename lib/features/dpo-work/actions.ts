"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { workPath } from "@/lib/domain/dpo-work/kinds";
import type { FormState } from "@/lib/forms/form-state";
import { saveLine } from "@/lib/features/dpo-work/write/lines";
import { createWork, recordWorkFact, saveWork } from "@/lib/features/dpo-work/write/mutations";
import { act } from "@/lib/platform/request/action";
import { lineSaveSchema, workCreateSchema, workFactSchema, workSaveSchema } from "./schema";

export async function addWork(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: workCreateSchema,
    verb: createWork,
    then: (row) => openWork(org, row),
  });
}

export async function changeWork(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({ org, form, state, schema: workSaveSchema, verb: saveWork, then: (row) => openWork(org, row) });
}

export async function writeLine(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: lineSaveSchema,
    verb: saveLine,
    then: (row) => openWork(org, row, "#lines"),
  });
}

export async function recordFact(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: workFactSchema,
    verb: recordWorkFact,
    then: (row) => openWork(org, row),
  });
}

function openWork(
  org: string,
  { kind, id }: { kind: Parameters<typeof workPath>[0]; id: string },
  to = "",
): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}${workPath(kind, id)}${to}`);
}
