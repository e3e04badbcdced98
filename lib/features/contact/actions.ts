"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { withMailServer } from "@/lib/platform/mail/with-mail-server";
import { act } from "@/lib/platform/request/action";
import {
  changeContactRole,
  endContact,
  inviteContact,
  renewContact,
} from "@/lib/features/contact/write/mutations";
import { contactEndSchema, contactInviteSchema, contactRoleSchema, contactSchema } from "./schema";

const renewByMail = withMailServer(renewContact);
const inviteByMail = withMailServer(inviteContact);

export async function invite(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: contactInviteSchema,
    verb: inviteByMail,
    then: ({ id }) => redirect(`/${org}/controllers/contacts/${id}?done=sent`),
  });
}

export async function renew(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: contactSchema,
    verb: renewByMail,
    then: ({ id }) => redirect(`/${org}/controllers/contacts/${id}?done=renewed`),
  });
}

export async function submitContactRole(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: contactRoleSchema,
    verb: changeContactRole,
    message: "saved",
    then: ({ id }) => revalidatePath(`/${org}/controllers/contacts/${id}`),
  });
}

export async function end(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: contactEndSchema,
    verb: endContact,
    then: ({ controllerId }) => redirect(`/${org}/controllers/${controllerId}#contacts`),
  });
}
