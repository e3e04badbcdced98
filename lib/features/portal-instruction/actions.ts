"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { actInPortal } from "@/lib/platform/request/action";
import { answerInstruction, createInstruction } from "@/lib/features/portal-instruction/write/mutations";
import { instructionAnswerSchema, instructionGiveSchema } from "./schema";

export async function sendInstruction(contact: string, state: FormState, form: FormData): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: instructionGiveSchema,
    about: ({ amends: id }) => ({ noun: "instruction", id }),
    verb: createInstruction,
    then: ({ id }) => redirectTo(contact, id),
  });
}

export async function sendAnswer(contact: string, state: FormState, form: FormData): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: instructionAnswerSchema,
    about: ({ id }) => ({ noun: "instruction", id }),
    verb: answerInstruction,
    then: ({ id }) => redirectTo(contact, id),
  });
}

function redirectTo(contact: string, id: string): never {
  revalidatePath(`/portal/${contact}`, "layout");
  redirect(`/portal/${contact}/instructions/${id}`);
}
