"use server";
import { revalidatePath } from "next/cache";
import { staffAction } from "@/lib/platform/request/action";
import { clearJournalTexts, renewJournalKey } from "@/lib/features/journal/write/mutations";
import { journalClearSchema, keyRenewSchema } from "./schema";

export const renewKey = staffAction({
  schema: keyRenewSchema,
  verb: renewJournalKey,
  message: "keyRenewed",
  then: (_, org) => revalidatePath(`/${org}/journal`),
});

export const clearTexts = staffAction({
  schema: journalClearSchema,
  verb: clearJournalTexts,
  message: "textsCleared",
  then: (_, org) => revalidatePath(`/${org}/journal`),
});
