"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { createGrant, retryGrant, revokeGrant } from "@/lib/features/grant/write/mutations";
import { withMailServer } from "@/lib/platform/mail/with-mail-server";
import { staffAction } from "@/lib/platform/request/action";
import { grantIdSchema, grantSchema, revokeSchema } from "./schema";

const grantByMail = withMailServer(createGrant);

export const submitGrant = staffAction({
  schema: grantSchema,
  verb: grantByMail,
  then: ({ id }, org) => redirect(`/${org}/auditors/${id}`),
});

export const submitRevocation = staffAction({
  schema: revokeSchema,
  verb: revokeGrant,
  then: (_, org) => revalidatePath(`/${org}/auditors`, "layout"),
});

export const submitRetry = staffAction({
  schema: grantIdSchema,
  verb: retryGrant,
  then: (_, org) => revalidatePath(`/${org}/auditors`, "layout"),
});
