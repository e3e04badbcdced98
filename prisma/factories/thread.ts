import { writeMessage } from "@/lib/features/thread/write/mutations";
import { messageSchema } from "@/lib/features/thread/schema";
import type { Ctx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

let serial = 0;

/** Something said about a subject, an entry of the register unless another is named, in words of its own; gives the thread's id. */
export async function addMessage(
  ctx: Ctx,
  subjectId: string,
  stated: { noun?: string; text?: string; areNamesConfirmed?: string } = {},
): Promise<string> {
  serial += 1;
  const text = `Question ${serial} : où sont les enregistrements ?`;
  const input = { noun: "processing-record", text, ...stated, subjectId };
  return valueOf(await writeMessage(ctx, messageSchema.parse(input))).id;
}
