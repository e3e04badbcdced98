"use server";
import { revalidatePath } from "next/cache";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import { clearJournalTexts, renewJournalKey } from "@/lib/features/journal/write/mutations";
import { journalClearSchema, keyRenewSchema } from "./schema";

export async function renewKey(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: keyRenewSchema,
    verb: renewJournalKey,
    message: "keyRenewed",
    then: () => revalidatePath(`/${org}/journal`),
  });
}

export async function clearTexts(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: journalClearSchema,
    verb: clearJournalTexts,
    message: "textsCleared",
    then: () => revalidatePath(`/${org}/journal`),
  });
}
