"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { THREAD_SUBJECTS } from "@/lib/domain/thread/subjects";
import { act, contactAction, staffAction } from "@/lib/platform/request/action";
import { closeThread, markRead, writeMessage } from "@/lib/features/thread/write/mutations";
import { closingSchema, messageSchema, questionSchema, readingSchema } from "./schema";

/** Returns to the subject's sheet or the thread's page. */
export async function sendMessage(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: messageSchema,
    verb: writeMessage,
    then: ({ id }) => {
      const { noun, subjectId } = messageSchema.parse(Object.fromEntries(form));
      const sheet = `${THREAD_SUBJECTS[noun].segment}/${subjectId}`;
      redirectToThread(org, form.get("from") === "thread" ? `threads/${id}` : sheet);
    },
  });
}

export const endThread = staffAction({
  schema: closingSchema,
  verb: closeThread,
  then: ({ id }, org) => redirectToThread(org, `threads/${id}`),
});

/** Called by the page's script once messages are shown. */
export const submitReading = staffAction({
  schema: readingSchema,
  verb: markRead,
  isSilent: true,
  then: (_, org) => revalidatePath(`/${org}`, "layout"),
});

export const sendFromPortal = contactAction({
  schema: messageSchema,
  about: ({ noun, subjectId: id }) => ({ noun, id }),
  verb: writeMessage,
  then: ({ id }, contact) => showInPortal(contact, id),
});

/** Subject as sent by the form: "contract:<id>". */
export const askFromPortal = contactAction({
  schema: questionSchema,
  about: ({ about: { noun, subjectId: id } }) => ({ noun, id }),
  verb: (ctx, { about, text }) => writeMessage(ctx, { ...about, text }),
  then: ({ id }, contact) => showInPortal(contact, id),
});

export const endFromPortal = contactAction({
  schema: closingSchema,
  about: ({ id }) => ({ noun: "thread", id }),
  verb: closeThread,
  then: ({ id }, contact) => showInPortal(contact, id),
});

export const submitReadingInPortal = contactAction({
  schema: readingSchema,
  about: ({ id }) => ({ noun: "thread", id }),
  verb: markRead,
  isSilent: true,
  then: (_, contact) => revalidatePath(`/portal/${contact}`, "layout"),
});

function showInPortal(contact: string, id: string): never {
  revalidatePath(`/portal/${contact}`, "layout");
  redirect(`/portal/${contact}/threads/${id}#thread`);
}

function redirectToThread(org: string, to: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/${to}#thread`);
}
