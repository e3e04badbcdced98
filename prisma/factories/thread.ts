import { writeMessage } from "@/lib/features/thread/mutations";
import { messageSchema } from "@/lib/features/thread/schema";
import type { Ctx } from "@/lib/platform/context";
import { valueOf } from "./register";

/** Something said about a subject, an entry of the register unless another is named; gives the thread's id. */
export async function sayIn(
  ctx: Ctx,
  subjectId: string,
  said: { noun?: string; text?: string } = {},
): Promise<string> {
  const input = { noun: "processing-record", text: "Où sont les enregistrements ?", ...said, subjectId };
  return valueOf(await writeMessage(ctx, messageSchema.parse(input))).id;
}
