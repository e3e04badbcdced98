"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { fieldOf } from "@/lib/forms/form-values";
import { act, actAsSelf, actAsAnonymous } from "@/lib/platform/request/action";
import { endPresentSession, switchSession, leaveBrowser } from "@/lib/platform/auth/switch-session";
import { openSession } from "@/lib/platform/request/session-store";
import { acceptAsNewcomer, acceptSignedIn } from "@/lib/features/member/write/acceptance";
import { inviteMember, renewInvitation, withdrawInvitation } from "@/lib/features/member/write/invitations";
import { changeRole, leaveOrganisation, removeMember } from "@/lib/features/member/write/mutations";
import {
  invitationSchema,
  inviteSchema,
  leaveSchema,
  newcomerSchema,
  removalSchema,
  roleChangeSchema,
  tokenSchema,
} from "./schema";

export async function invite(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: inviteSchema,
    verb: inviteMember,
    secrets: ["password"],
    then: ({ id }) => redirect(`/${org}/members/invitations/${id}?done=sent`),
  });
}

export async function renew(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: invitationSchema,
    verb: renewInvitation,
    then: ({ id }) => {
      revalidatePath(`/${org}/members`, "layout");
      redirect(`/${org}/members/invitations/${id}?done=renewed`);
    },
  });
}

export async function withdraw(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: invitationSchema,
    verb: withdrawInvitation,
    then: () => {
      revalidatePath(`/${org}/members`, "layout");
      redirect(`/${org}/members?done=withdrawn`);
    },
  });
}

export async function submitRole(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: roleChangeSchema,
    verb: changeRole,
    secrets: ["password"],
    message: "saved",
    then: () => revalidatePath(`/${org}`, "layout"),
  });
}

export async function submitRemoval(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: removalSchema,
    verb: removeMember,
    then: () => {
      revalidatePath(`/${org}/members`, "layout");
      redirect(`/${org}/members?done=removed`);
    },
  });
}

/** Leaving ends the session, so the next page needs none. */
export async function submitLeaving(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: leaveSchema,
    verb: leaveOrganisation,
    then: async () => {
      await leaveBrowser();
      redirect("/organisations/left");
    },
  });
}

export async function joinAsNewcomer(_state: FormState, form: FormData): Promise<FormState> {
  return actAsAnonymous({
    form,
    schema: newcomerSchema,
    verb: ({ now }, input) => acceptAsNewcomer(input, now),
    secrets: ["password"],
    then: async ({ slug, personId }, { device, now }) => {
      await switchSession(await openSession(personId, device, now), now);
      redirect(`/${slug}`);
    },
  });
}

export async function joinSignedIn(_state: FormState, form: FormData): Promise<FormState> {
  return actAsSelf({
    form,
    schema: tokenSchema,
    verb: acceptSignedIn,
    then: ({ slug }) => redirect(`/${slug}`),
  });
}

/** Signs out and returns to the invitation after sign-in. */
export async function switchAccount(form: FormData): Promise<void> {
  const parsed = tokenSchema.safeParse({ token: fieldOf(form, "token") });
  await endPresentSession(new Date());
  await leaveBrowser();
  redirect(parsed.success ? `/invitations/${parsed.data.token}` : "/sign-in");
}
