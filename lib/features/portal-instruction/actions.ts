"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formValues } from "@/lib/forms/form-values";
import { contactAction, runInPortal } from "@/lib/platform/request/action";
import { answerInstruction, createInstruction } from "@/lib/features/portal-instruction/write/mutations";
import { askAnswerSignature, askGivenSignature } from "@/lib/features/portal-instruction/write/signature";
import { instructionAnswerSchema, instructionGiveSchema } from "./schema";

export const sendInstruction = contactAction({
  schema: instructionGiveSchema,
  about: ({ amends: id }) => ({ noun: "instruction", id }),
  verb: createInstruction,
  then: ({ id }, contact) => redirectTo(contact, id),
});

export const sendAnswer = contactAction({
  schema: instructionAnswerSchema,
  about: ({ id }) => ({ noun: "instruction", id }),
  verb: answerInstruction,
  then: ({ id }, contact) => redirectTo(contact, id),
});

/** Options for the passkey that signs an instruction as it is typed; null where the form is refused. */
export async function askInstructionKey(contact: string, form: FormData) {
  const input = instructionGiveSchema.safeParse(formValues(form));
  if (!input.success) return null;
  const outcome = await runInPortal(contact, (ctx) => askGivenSignature(ctx, input.data));
  return outcome.ok ? outcome.value : null;
}

/** Options for the passkey that signs an answer; null where the form is refused. */
export async function askAnswerKey(contact: string, form: FormData) {
  const input = instructionAnswerSchema.safeParse(formValues(form));
  if (!input.success) return null;
  const outcome = await runInPortal(contact, (ctx) => askAnswerSignature(ctx, input.data));
  return outcome.ok ? outcome.value : null;
}

function redirectTo(contact: string, id: string): never {
  revalidatePath(`/portal/${contact}`, "layout");
  redirect(`/portal/${contact}/instructions/${id}`);
}
