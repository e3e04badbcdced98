"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { contactAction } from "@/lib/platform/request/action";
import { answerInstruction, createInstruction } from "@/lib/features/portal-instruction/write/mutations";
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

function redirectTo(contact: string, id: string): never {
  revalidatePath(`/portal/${contact}`, "layout");
  redirect(`/portal/${contact}/instructions/${id}`);
}
