"use server";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act, staffAction } from "@/lib/platform/request/action";
import { cancelLetter, revealLink, recordReceipt, sendTrial } from "@/lib/features/outbox/write/mutations";
import { letterCancelSchema, letterSchema, receivedSchema, trialSchema } from "./schema";

/** Includes the link in this answer alone, never in an address or log. */
export type RevealState = FormState & { link?: string };

export const submitLetterCancellation = staffAction({
  schema: letterCancelSchema,
  verb: cancelLetter,
  then: ({ id }, org) => {
    revalidatePath(`/${org}/outbox`, "layout");
    redirect(`/${org}/outbox/${id}`);
  },
});

export const submitReceipt = staffAction({
  schema: receivedSchema,
  verb: recordReceipt,
  then: ({ id }, org) => {
    revalidatePath(`/${org}/outbox`, "layout");
    redirect(`/${org}/outbox/${id}`);
  },
});

export async function showLink(org: string, _state: FormState, form: FormData): Promise<RevealState> {
  let link: string | undefined;
  const state = await act({
    org,
    form,
    state: null,
    schema: letterSchema,
    verb: revealLink,
    then: (shown) => void (link = shown.link),
  });
  return link ? { ...state, link } : state;
}

export async function submitTrial(org: string, state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return act({
    org,
    form,
    state,
    schema: trialSchema,
    verb: (ctx) => sendTrial(ctx, locale),
    then: ({ id }) => redirect(`/${org}/outbox/${id}`),
  });
}
