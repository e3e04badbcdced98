"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { staffAction } from "@/lib/platform/request/action";
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

export const addInstruction = staffAction({
  schema: instructionCreateSchema,
  verb: recordInstruction,
  then: ({ id }, org) => redirectTo(org, id),
});

export const saveInstruction = staffAction({
  schema: instructionUpdateSchema,
  verb: correctInstruction,
  then: ({ id }, org) => redirectTo(org, id),
});

export const stateInstructionKind = staffAction({
  schema: instructionClassifySchema,
  verb: classifyInstruction,
  then: ({ id }, org) => redirectTo(org, id),
});

export const stepInstruction = staffAction({
  schema: instructionMoveSchema,
  verb: moveInstruction,
  then: ({ id }, org) => redirectTo(org, id),
});

function redirectTo(org: string, id: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/instructions/${id}`);
}
