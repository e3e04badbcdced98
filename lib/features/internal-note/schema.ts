import { z } from "zod";
import { TASK_NOUNS } from "@/lib/domain/assignment/rows";
import { requiredText } from "@/lib/forms/typed-fields";

/** A row that notes may be about, in the address of its notes and in their forms. */
export const noteRowSchema = z.object({ noun: z.enum(TASK_NOUNS), id: z.uuid() });
export type NoteRow = z.output<typeof noteRowSchema>;

export const noteIdSchema = z.uuid();

const written = requiredText(4000);
/** Number of the last line of the note that the page showed. */
const seen = z.coerce.number().int().min(1).max(2_147_483_647);

export const noteSchema = noteRowSchema.extend({ text: written });
export type NoteInput = z.output<typeof noteSchema>;

export const withdrawalSchema = z.object({ note: noteIdSchema, seen });
export type WithdrawalInput = z.output<typeof withdrawalSchema>;

export const correctionSchema = withdrawalSchema.extend({ text: written });
export type CorrectionInput = z.output<typeof correctionSchema>;

export const acknowledgementSchema = z.object({ mention: z.uuid() });
export type AcknowledgementInput = z.output<typeof acknowledgementSchema>;
