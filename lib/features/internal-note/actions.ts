"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import {
  acknowledgeMention,
  correctNote,
  withdrawNote,
  writeNote,
} from "@/lib/features/internal-note/write/mutations";
import { staffAction } from "@/lib/platform/request/action";
import {
  acknowledgementSchema,
  correctionSchema,
  noteSchema,
  type NoteRow,
  withdrawalSchema,
} from "./schema";

function showNotes({ noun, id }: NoteRow, org: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/internal-notes/${noun}/${id}`);
}

export const submitNote = staffAction({ schema: noteSchema, verb: writeNote, then: showNotes });
export const submitCorrection = staffAction({ schema: correctionSchema, verb: correctNote, then: showNotes });
export const submitWithdrawal = staffAction({
  schema: withdrawalSchema,
  verb: withdrawNote,
  then: showNotes,
});
export const submitAcknowledgement = staffAction({
  schema: acknowledgementSchema,
  verb: acknowledgeMention,
  then: showNotes,
  isSilent: true,
});
