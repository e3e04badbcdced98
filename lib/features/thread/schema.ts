import { z } from "zod";
import { THREAD_NOUNS } from "@/lib/domain/thread/subjects";

/** A person looked at words that may name another client and says that none does. */
const areNamesConfirmed = z.union([z.boolean(), z.stringbool()]).optional();

const text = z.string().trim().min(1, "required").max(10_000, "tooLong");

export const messageSchema = z.object({
  noun: z.enum(THREAD_NOUNS),
  subjectId: z.uuid(),
  text,
  areNamesConfirmed,
});
export type MessageInput = z.output<typeof messageSchema>;

/** Subject as chosen from a list: "contract:<id>". */
export const questionSchema = z.object({
  about: z
    .string()
    .transform((about) => {
      const [noun, subjectId] = about.split(":");
      return { noun, subjectId };
    })
    .pipe(messageSchema.omit({ text: true, areNamesConfirmed: true })),
  text,
});

const number = z.coerce.number().int().min(0).max(2_147_483_647);

/** Includes the number of messages seen, to detect a new one. */
export const closingSchema = z.object({ id: z.uuid(), seen: number, text, areNamesConfirmed });
export type ClosingInput = z.output<typeof closingSchema>;

export const readingSchema = z.object({ id: z.uuid(), readTo: number });
export type ReadingInput = z.output<typeof readingSchema>;
