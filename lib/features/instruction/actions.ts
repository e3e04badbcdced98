"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { act } from "@/lib/platform/request/action";
import type { FormState } from "@/lib/forms/form-state";
import {
  classifyInstruction,
  correctInstruction,
  moveInstruction,
  recordInstruction,
} from "@/lib/features/instruction/write/mutations";
import {
  instructionClassifySchema,
  instructionCreateSchema,
  instructionMoveSchema,
  instructionUpdateSchema,
} from "./schema";

export async function addInstruction(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: instructionCreateSchema,
    verb: recordInstruction,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function saveInstruction(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: instructionUpdateSchema,
    verb: correctInstruction,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function stateInstructionKind(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: instructionClassifySchema,
    verb: classifyInstruction,
    then: ({ id }) => redirectTo(org, id),
  });
}

export async function stepInstruction(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: instructionMoveSchema,
    verb: moveInstruction,
    then: ({ id }) => redirectTo(org, id),
  });
}

function redirectTo(org: string, id: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/instructions/${id}`);
}
