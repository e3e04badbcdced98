"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { THREAD_SUBJECTS } from "@/lib/domain/thread/subjects";
import { act, actInPortal } from "@/lib/platform/request/action";
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

export async function endThread(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: closingSchema,
    verb: closeThread,
    then: ({ id }) => redirectToThread(org, `threads/${id}`),
  });
}

/** Called by the page's script once messages are shown. */
export async function submitReading(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: readingSchema,
    verb: markRead,
    isSilent: true,
    then: () => revalidatePath(`/${org}`, "layout"),
  });
}

export async function sendFromPortal(contact: string, state: FormState, form: FormData): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: messageSchema,
    about: ({ noun, subjectId: id }) => ({ noun, id }),
    verb: writeMessage,
    then: ({ id }) => showInPortal(contact, id),
  });
}

/** Subject as sent by the form: "contract:<id>". */
export async function askFromPortal(contact: string, state: FormState, form: FormData): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: questionSchema,
    about: ({ about: { noun, subjectId: id } }) => ({ noun, id }),
    verb: (ctx, { about, text }) => writeMessage(ctx, { ...about, text }),
    then: ({ id }) => showInPortal(contact, id),
  });
}

export async function endFromPortal(contact: string, state: FormState, form: FormData): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: closingSchema,
    about: ({ id }) => ({ noun: "thread", id }),
    verb: closeThread,
    then: ({ id }) => showInPortal(contact, id),
  });
}

export async function submitReadingInPortal(
  contact: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: readingSchema,
    about: ({ id }) => ({ noun: "thread", id }),
    verb: markRead,
    isSilent: true,
    then: () => revalidatePath(`/portal/${contact}`, "layout"),
  });
}

function showInPortal(contact: string, id: string): never {
  revalidatePath(`/portal/${contact}`, "layout");
  redirect(`/portal/${contact}/threads/${id}#thread`);
}

function redirectToThread(org: string, to: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/${to}#thread`);
}
