"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { withMailServer } from "@/lib/platform/mail/with-mail-server";
import { staffAction } from "@/lib/platform/request/action";
import {
  changeContactRole,
  endContact,
  inviteContact,
  renewContact,
} from "@/lib/features/contact/write/mutations";
import { contactEndSchema, contactInviteSchema, contactRoleSchema, contactSchema } from "./schema";

const renewByMail = withMailServer(renewContact);
const inviteByMail = withMailServer(inviteContact);

export const invite = staffAction({
  schema: contactInviteSchema,
  verb: inviteByMail,
  then: ({ id }, org) => redirect(`/${org}/controllers/contacts/${id}?done=sent`),
});

export const renew = staffAction({
  schema: contactSchema,
  verb: renewByMail,
  then: ({ id }, org) => redirect(`/${org}/controllers/contacts/${id}?done=renewed`),
});

export const submitContactRole = staffAction({
  schema: contactRoleSchema,
  verb: changeContactRole,
  message: "saved",
  then: ({ id }, org) => revalidatePath(`/${org}/controllers/contacts/${id}`),
});

export const end = staffAction({
  schema: contactEndSchema,
  verb: endContact,
  then: ({ controllerId }, org) => redirect(`/${org}/controllers/${controllerId}#contacts`),
});
