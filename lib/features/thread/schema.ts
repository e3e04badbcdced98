import { z } from "zod";
import { THREAD_NOUNS } from "@/lib/domain/thread/subjects";

const text = z.string().trim().min(1, "required").max(10_000, "tooLong");

/** What is said about a subject; the first word begins its thread. */
export const messageSchema = z.object({
  noun: z.enum(THREAD_NOUNS),
  subjectId: z.uuid(),
  text,
});
export type MessageInput = z.output<typeof messageSchema>;

/** The same where the subject is chosen from a list: "contract:<id>". */
export const questionSchema = z.object({
  about: z
    .string()
    .transform((about) => {
      const [noun, subjectId] = about.split(":");
      return { noun, subjectId };
    })
    .pipe(messageSchema.omit({ text: true })),
  text,
});

const number = z.coerce.number().int().min(0).max(2_147_483_647);

/** Why nothing more is waited for, by somebody who has seen so many messages. */
export const closingSchema = z.object({ id: z.uuid(), seen: number, text });
export type ClosingInput = z.output<typeof closingSchema>;

/** How far somebody has read. */
export const readingSchema = z.object({ id: z.uuid(), readTo: number });
export type ReadingInput = z.output<typeof readingSchema>;
