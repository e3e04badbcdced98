"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/domain/form-state";
import { THREAD_SUBJECTS } from "@/lib/domain/thread/subjects";
import { act } from "@/lib/platform/action";
import { closeThread, keepReading, writeMessage } from "./mutations";
import { closingSchema, messageSchema, readingSchema } from "./schema";

/** Back to where it was written: the subject's sheet, or the thread's own page. */
export async function sendMessage(org: string, _state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    schema: messageSchema,
    verb: writeMessage,
    then: ({ id }) => {
      const { noun, subjectId } = messageSchema.parse(Object.fromEntries(form));
      const sheet = `${THREAD_SUBJECTS[noun].segment}/${subjectId}`;
      goBack(org, form.get("from") === "thread" ? `threads/${id}` : sheet);
    },
  });
}

export async function endThread(org: string, _state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    schema: closingSchema,
    verb: closeThread,
    then: ({ id }) => goBack(org, `threads/${id}`),
  });
}

/** Sent by the page itself once its messages are shown. */
export async function noteReading(org: string, _state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    schema: readingSchema,
    verb: keepReading,
    then: () => revalidatePath(`/${org}`, "layout"),
  });
}

function goBack(org: string, to: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/${to}#thread`);
}
