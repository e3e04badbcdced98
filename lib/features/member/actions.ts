"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { fieldOf } from "@/lib/forms/form-values";
import { actAsAnonymous, actAsSelf, staffAction } from "@/lib/platform/request/action";
import { endPresentSession, switchSession, leaveBrowser } from "@/lib/platform/auth/switch-session";
import { openSession } from "@/lib/platform/request/session-store";
import { endAbsence, setAbsence } from "@/lib/features/member/write/absence";
import { acceptAsNewcomer, acceptSignedIn } from "@/lib/features/member/write/acceptance";
import { inviteMember, renewInvitation, withdrawInvitation } from "@/lib/features/member/write/invitations";
import { changeRole, leaveOrganisation, removeMember } from "@/lib/features/member/write/mutations";
import {
  absenceEndSchema,
  absenceSchema,
  invitationSchema,
  renewalSchema,
  inviteSchema,
  leaveSchema,
  newcomerSchema,
  removalSchema,
  roleChangeSchema,
  tokenSchema,
} from "./schema";

export const invite = staffAction({
  schema: inviteSchema,
  verb: inviteMember,
  secrets: ["password"],
  then: ({ id }, org) => redirect(`/${org}/members/invitations/${id}?done=sent`),
});

export const renew = staffAction({
  schema: renewalSchema,
  verb: renewInvitation,
  secrets: ["password"],
  then: ({ id }, org) => {
    revalidatePath(`/${org}/members`, "layout");
    redirect(`/${org}/members/invitations/${id}?done=renewed`);
  },
});

export const withdraw = staffAction({
  schema: invitationSchema,
  verb: withdrawInvitation,
  then: (_, org) => {
    revalidatePath(`/${org}/members`, "layout");
    redirect(`/${org}/members?done=withdrawn`);
  },
});

export const submitRole = staffAction({
  schema: roleChangeSchema,
  verb: changeRole,
  secrets: ["password"],
  message: "saved",
  then: (_, org) => revalidatePath(`/${org}`, "layout"),
});

export const submitRemoval = staffAction({
  schema: removalSchema,
  verb: removeMember,
  then: (_, org) => {
    revalidatePath(`/${org}/members`, "layout");
    redirect(`/${org}/members?done=removed`);
  },
});

export const submitAbsence = staffAction({ schema: absenceSchema, verb: setAbsence, then: showMember });

export const submitAbsenceEnd = staffAction({ schema: absenceEndSchema, verb: endAbsence, then: showMember });

/** Lines of Today are shown to whoever stands in, so every page is read anew. */
function showMember({ id }: { id: string }, org: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/members/${id}`);
}

/** Leaving ends the session, so the next page needs none. */
export const submitLeaving = staffAction({
  schema: leaveSchema,
  verb: leaveOrganisation,
  then: async () => {
    await leaveBrowser();
    redirect("/organisations/left");
  },
});

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
