"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { contactAction } from "@/lib/platform/request/action";
import { answerRequest } from "@/lib/features/portal-rights-request/write/mutations";
import { lodgeRequest } from "@/lib/features/portal-rights-request/write/lodge";
import { lodgingSchema, rightsAnswerSchema } from "./schema";

export const sendRightsAnswer = contactAction({
  schema: rightsAnswerSchema,
  verb: answerRequest,
  about: ({ id }) => ({ noun: "rights-request", id }),
  then: ({ id }, contact) => redirectTo(contact, id),
});

export const sendLodging = contactAction({
  schema: lodgingSchema,
  verb: lodgeRequest,
  then: ({ id }, contact) => redirectTo(contact, id),
});

function redirectTo(contact: string, id: string): never {
  revalidatePath(`/portal/${contact}`, "layout");
  redirect(`/portal/${contact}/rights-requests/${id}`);
}
