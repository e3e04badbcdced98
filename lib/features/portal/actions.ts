"use server";
import { revalidatePath } from "next/cache";
import { contactAction } from "@/lib/platform/request/action";
import { changeOwnLanguage } from "@/lib/features/portal/write/mutations";
import { confirmContact } from "@/lib/features/contact/write/confirm";
import { objectToSignatory } from "@/lib/features/signatory-objection/write/object";
import { ownLanguageSchema, personConfirmSchema, personObjectionSchema } from "./schema";

export const confirmPerson = contactAction({
  schema: personConfirmSchema,
  verb: confirmContact,
  message: "saved",
  then: (_, contact) => revalidatePath(`/portal/${contact}/me`),
});

export const objectToPerson = contactAction({
  schema: personObjectionSchema,
  verb: objectToSignatory,
  message: "saved",
  then: (_, contact) => revalidatePath(`/portal/${contact}/me`),
});

export const saveOwnLanguage = contactAction({
  schema: ownLanguageSchema,
  verb: changeOwnLanguage,
  message: "saved",
  then: (_, contact) => revalidatePath(`/portal/${contact}/me`),
});
